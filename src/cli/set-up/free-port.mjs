/** Whether the app can listen where it is asked to, found out before anything slow begins. */
import { createServer } from 'node:net';
import { fail } from './say.mjs';

/**
 * @param {number} port
 * @returns {Promise<boolean>} false when something else listens there
 */
export function isPortFree(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** @param {string} text the value of PORT */
export async function requireFreePort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    fail(`PORT must be a number from 1 to 65535 and is "${text}".`);
  }
  const free = await isPortFree(port).catch((/** @type {NodeJS.ErrnoException} */ error) =>
    fail(
      `Port ${port} cannot be used here (${error.code}): choose another, for example PORT=8790 npm start.`,
    ),
  );
  if (!free) {
    fail(
      `Port ${port} is in use by another program: stop that program or choose another port, for example PORT=${port === 8790 ? 8791 : 8790} npm start.`,
    );
  }
}

/** What a service worker is given, as far as ours uses it: TypeScript has it in a library that excludes that of pages. */

export interface LaterEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

export interface RequestEvent extends LaterEvent {
  request: Request;
  /** The page asked for while the worker started; `undefined` for anything else. */
  preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

export interface SyncEvent extends LaterEvent {
  tag: string;
}

export interface WorkerScope {
  location: Location;
  clients: { claim(): Promise<void> };
  registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listener: (event: LaterEvent) => void): void;
  addEventListener(name: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(name: 'sync', listener: (event: SyncEvent) => void): void;
}

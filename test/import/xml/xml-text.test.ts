import { describe, expect, it } from 'vitest';
import { byteOffset, xmlText } from '../../../src/import/xml/xml-text.ts';

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16le = (text: string) =>
  new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
const utf16be = (text: string) => utf16le(text).map((_, at, bytes) => bytes[at ^ 1] as number);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the text of an XML file', () => {
  it.each([
    ['utf-8', utf8('<a>Läufe</a>'), '<a>Läufe</a>'],
    ['utf-16le', utf16le('<a>Läufe</a>'), '<a>Läufe</a>'],
    ['utf-16be', utf16be('<a>Läufe</a>'), '<a>Läufe</a>'],
    [
      'windows-1252',
      latin1('<?xml encoding="ISO-8859-1"?><a>Läufe</a>'),
      '<?xml encoding="ISO-8859-1"?><a>Läufe</a>',
    ],
    [
      'windows-1251',
      latin1("<?xml encoding='windows-1251'?><a>\xc1\xe5\xe3</a>"),
      "<?xml encoding='windows-1251'?><a>Бег</a>",
    ],
  ])('is read as %s', (encoding, bytes, text) => {
    expect(xmlText(bytes)).toEqual({ text, encoding });
  });

  it.each(['utf-16', 'UTF-16LE', 'ucs-2', 'ISO-10646-UCS-2'])(
    'is UTF-8 where the file only claims to be %s',
    (label) => {
      const text = `<?xml encoding="${label}"?><a>ä</a>`;
      expect(xmlText(utf8(text))).toEqual({ text, encoding: 'utf-8' });
    },
  );

  it('is UTF-8 where the file claims an encoding that nobody knows', () => {
    expect(xmlText(utf8('<?xml encoding="klingon"?><a>ä</a>')).text).toContain('ä');
  });

  it('has a mark where a byte means nothing', () => {
    expect(xmlText(latin1('<a>\xe4</a>')).text).toBe('<a>\ufffd</a>');
  });

  it('of no bytes is empty', () => {
    expect(xmlText(new Uint8Array(0)).text).toBe('');
  });
});

describe('a place in the text', () => {
  it.each([
    ['UTF-8', utf8('\ufeff<ä>#'), 3 + 1 + 2 + 1],
    ['UTF-16', utf16le('\ufeff<ä>#'), 4 * 2],
    ['Latin-1', latin1('<?xml encoding="latin1"?>\xe4#'), 26],
  ])('is found in the bytes of %s', (_, bytes, offset) => {
    const text = xmlText(bytes);
    expect(byteOffset(text, text.text.indexOf('#'))).toBe(offset);
  });
});

import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/import/sniff.ts';
import { FitActivity } from './fit/fit-activity.ts';

const text = (content: string) => new TextEncoder().encode(content);

function utf16(content: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${content}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

describe('what a file is', () => {
  it.each([
    ['a FIT file', new FitActivity().bytes.file(), 'fit'],
    ['a FIT file with the short header', new FitActivity().bytes.file({ headerSize: 12 }), 'fit'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'gzip'],
    ['a ZIP archive', text('PK\x03\x04rest'), 'zip'],
    ['an empty ZIP archive', text('PK\x05\x06rest'), 'zip'],
    ['GPX', text('<?xml version="1.0"?>\n<gpx version="1.1" creator="x">'), 'gpx'],
    ['GPX behind a byte-order mark and a comment', text('\ufeff<!-- x --><gpx>'), 'gpx'],
    ['GPX with a namespace prefix', text('<g:gpx xmlns:g="x">'), 'gpx'],
    ['GPX with a prefix of more than letters', text('<gpx-1.1:gpx xmlns:gpx-1.1="x">'), 'gpx'],
    ['GPX in UTF-16', utf16('<?xml version="1.0"?><gpx>'), 'gpx'],
    ['TCX', text('  <?xml version="1.0"?><TrainingCenterDatabase xmlns="x">'), 'tcx'],
    ['a text that speaks of gpx', text('my gpx files: <gpxfile>'), 'unknown'],
    ['another XML', text('<?xml version="1.0"?><kml>'), 'unknown'],
    ['nothing', new Uint8Array(0), 'unknown'],
    ['a few bytes', Uint8Array.of(14, 16, 0), 'unknown'],
    ['half a signature', text('\x0e\x10........FI'), 'unknown'],
  ])('%s is told by its bytes', (_, bytes, format) => {
    expect(sniff(bytes)).toBe(format);
  });

  it('XML is not searched beyond its head', () => {
    expect(sniff(text(`<?xml version="1.0"?>${' '.repeat(5000)}<gpx>`))).toBe('unknown');
  });
});

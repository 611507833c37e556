import { describe, expect, it } from 'vitest';
import { stravaTableText } from '../../fixtures/archives.ts';
import { stravaTable } from '../../src/archive/strava-table.ts';

const FILES = [
  { name: '11.fit', bytes: new Uint8Array(0), title: 'Hills, "hard"', type: 'Lauf', gear: 'Red' },
  { name: '12.gpx', bytes: new Uint8Array(0) },
];

describe('the table of a Strava export', () => {
  it.each(['en', 'de', 'fr'] as const)('is understood in the language %s', (language) => {
    expect(stravaTable(stravaTableText(FILES, { language }))).toEqual({
      activities: [
        {
          activityId: '9000000001',
          fileName: 'activities/11.fit.gz',
          name: 'Hills, "hard"',
          type: 'Lauf',
          gear: 'Red',
        },
        {
          activityId: '9000000002',
          fileName: 'activities/12.gpx.gz',
          name: 'Morning Run',
          type: 'Run',
          gear: null,
        },
      ],
      withoutFile: 0,
    });
  });

  it('is understood by the places of its columns in a language nobody listed', () => {
    const [, ...body] = stravaTableText(FILES, { manualEntries: 1 }).split('\n');
    const header = 'アクティビティID,アクティビティ日,アクティビティ名,アクティビティタイプ';
    // The manual entry first: the column of files is found further down.
    const table = stravaTable([header, ...body.toReversed()].join('\n'));
    expect(table?.withoutFile).toBe(1);
    expect(table?.activities.at(-1)).toMatchObject({
      activityId: '9000000001',
      name: 'Hills, "hard"',
      type: 'Lauf',
      gear: 'Red',
    });
  });

  it('is understood as it was before 2019', () => {
    const text = [
      'id,date,name,type,description,elapsed_time,distance,commute,gear,filename',
      '1836776031,2018-09-12 15:02:23,Evening Ride,Ride,,783,3681.0,true,Merida,activities/1836776031.gpx',
    ].join('\n');
    expect(stravaTable(text)?.activities).toEqual([
      {
        activityId: '1836776031',
        fileName: 'activities/1836776031.gpx',
        name: 'Evening Ride',
        type: 'Ride',
        gear: 'Merida',
      },
    ]);
  });

  it('is not misled by columns of later exports that repeat a name', () => {
    const text = [
      'Activity ID,Activity Date,Activity Name,Activity Type,Activity Gear,Filename,Distance,Type,Gear',
      '5,x,Long run,Run,Blue,activities/5.fit.gz,1,7,99',
    ].join('\n');
    expect(stravaTable(text)?.activities[0]).toMatchObject({ type: 'Run', gear: 'Blue' });
  });

  it('is not misled by a "Type" and a "Gear" of a language nobody listed', () => {
    const text = [
      'Activiteits-ID,Datum,Naam activiteit,Activiteitstype,Uitrusting,Bestandsnaam,Type,Gear',
      '5,x,Duurloop,Hardlopen,Blauw,activities/5.fit.gz,1.0,1234567',
    ].join('\n');
    expect(stravaTable(text)?.activities[0]).toMatchObject({
      name: 'Duurloop',
      type: 'Hardlopen',
      gear: 'Blauw',
    });
  });

  it.each([
    'Activity ID,Activity Date,Activity Name,Activity Type,Filename\n5,x,Easy,Run,a.fit',
    'Activity ID,Activity Date,Activity Name,Activity Type,Elevation,Filename\n5,x,Easy,Run,120,a.fit',
    'ID de actividad,Fecha,Nombre de la actividad,Tipo de actividad,Nombre del archivo\n5,x,Easy,Run,a.fit',
    'a,b,c,d,e\n5,x,Easy,Run,a.fit',
  ])('takes nothing else for gear where it has no such column: %s', (text) => {
    expect(stravaTable(text)?.activities).toMatchObject([
      { fileName: 'a.fit', name: 'Easy', type: 'Run', gear: null },
    ]);
  });

  it('has names in one line, without control characters', () => {
    const text = 'Activity ID,Activity Name,Filename\n5,"\0Long\r\nrun\x1b ",a.fit';
    expect(stravaTable(text)?.activities).toMatchObject([{ name: 'Long run' }]);
  });

  it('has no type where its language is known and no column is called so', () => {
    const text = 'Activity ID,Activity Name,Filename,Distance\n5,Easy,a.fit,5.2';
    expect(stravaTable(text)?.activities).toMatchObject([{ name: 'Easy', type: '' }]);
  });

  it('follows known headers when their order changes', () => {
    const text =
      'Filename,Activity Name,Activity ID,Activity Gear,Activity Type\na.fit,Easy,5,Blue,Run';
    expect(stravaTable(text)?.activities[0]).toEqual({
      activityId: '5',
      fileName: 'a.fit',
      name: 'Easy',
      type: 'Run',
      gear: 'Blue',
    });
  });

  it('counts activities typed in by hand, which have no file', () => {
    expect(stravaTable(stravaTableText(FILES, { manualEntries: 3 }))).toMatchObject({
      activities: { length: 2 },
      withoutFile: 3,
    });
  });

  it.each(['', 'a,b\n1,2\n', '\uFEFF'])('is none when no column holds files: %j', (text) => {
    expect(stravaTable(text)).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { ChartFigure } from '../../../web/pages/chart-figure.tsx';

it('a name that the runner gave cannot become an element of the table', () => {
  const name = `<img src=x onerror="alert('1')"> & more`;
  const words = {
    title: 'Title',
    unit: '',
    finding: '',
    note: null,
    readout: [],
    table: { head: ['Day', 'Shoe'], rows: [[name, name]] },
  };
  const page = String(<ChartFigure id="symptoms" words={words} periodName="" />);
  const safe = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more';
  expect(page).toContain(`<tr><th scope="row">${safe}</th><td>${safe}</td></tr>`);
  expect(page).not.toContain('<img');
});

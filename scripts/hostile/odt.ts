/** OpenDocument texts made to break, mislead, swell or stall their readers. */
import { overlapping, type Parts, withLie, zipOf } from './archive.ts';
import { BILLION_LAUGHS, outside, quadratic } from './docx.ts';
import { GOOD, type HostileFile, type Lures, times } from './file.ts';

const NAMESPACES = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  )
  .join(' ');

const paragraph = (text: string): string => `<text:p>${text}</text:p>`;
const contentOf = (body: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content ${NAMESPACES} office:version="1.3"><office:body><office:text>${body}</office:text></office:body></office:document-content>`;

export const odtOf = (content: string, more: Parts = {}): Promise<Buffer> =>
  zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...more });

function luring({ url, secret }: Lures): Promise<Buffer> {
  const link = (target: string): string =>
    `xlink:href="${target}" xlink:type="simple" xlink:actuate="onLoad" xlink:show="embed"`;
  const frame = (inner: string): string => `<text:p><draw:frame>${inner}</draw:frame></text:p>`;
  return odtOf(
    contentOf(
      [
        paragraph(GOOD),
        frame(`<draw:image ${link(`${url}/picture.png`)}/>`),
        frame(`<draw:image ${link(`file://${secret}`)}/>`),
        frame(`<draw:object ${link(`${url}/object.odt`)}/>`),
        frame(`<draw:floating-frame ${link(`file://${secret}`)}/>`),
        `<text:section text:name="a"><text:section-source ${link(`${url}/section.odt`)}/>${paragraph('section')}</text:section>`,
        `<text:section text:name="b"><text:section-source ${link(`file://${secret}`)}/></text:section>`,
        `<table:table><table:table-source ${link(`${url}/table.ods`)}/></table:table>`,
      ].join(''),
    ),
    {
      'meta.xml': `<office:document-meta ${NAMESPACES} xmlns:meta="urn:m"><office:meta><meta:template ${link(`${url}/template.ott`)}/><meta:auto-reload ${link(`${url}/reload`)}/></office:meta></office:document-meta>`,
      'Basic/Standard/Module1.xml': '<script:module>Shell("calc.exe")</script:module>',
    },
  );
}

const nested = (tag: string, deep: number): string =>
  `<${tag}>`.repeat(deep) + paragraph(GOOD) + `</${tag}>`.repeat(deep);

export const ODT: HostileFile[] = [
  {
    name: 'password.odt',
    comesTo: ['encrypted'],
    make: () =>
      odtOf('not XML any more', {
        'META-INF/manifest.xml':
          '<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry></manifest:manifest>',
      }),
  },
  { name: 'far pictures, sections and templates.odt', comesTo: ['read'], make: luring, says: GOOD },
  {
    name: 'billion laughs.odt',
    comesTo: ['read', 'damaged'],
    make: () => odtOf(contentOf(paragraph(`${GOOD} &j;`), BILLION_LAUGHS)),
  },
  {
    name: 'long entity used often.odt',
    comesTo: ['read', 'damaged'],
    make: () => odtOf(contentOf(paragraph(GOOD + '&a;'.repeat(100_000)), quadratic())),
  },
  {
    name: 'outside entities.odt',
    comesTo: ['read', 'damaged'],
    make: (lures) => odtOf(contentOf(paragraph(`${GOOD} &a; &b;`), outside(lures))),
  },
  { name: 'one part of 300 MB.odt', comesTo: ['bomb'], make: () => odtOf(contentOf(' '.repeat(300 * 1024 * 1024))) },
  {
    name: 'a million elements.odt',
    comesTo: ['read', 'bomb', 'too_large', 'out_of_memory', 'timed_out'],
    make: () => odtOf(contentOf(times(1_000_000, (i) => paragraph(String((i * 2_654_435_761) % 4_294_967_296))))),
  },
  {
    name: '100,000 entries.odt',
    comesTo: ['bomb', 'unsupported_type'],
    make: () => overlapping('x', 100_000, (i) => `Pictures/${i}`),
  },
  {
    name: 'sizes that lie.odt',
    comesTo: ['bomb'],
    make: async () => {
      const content = contentOf(paragraph('x'.repeat(20_000_000)));
      return withLie(await odtOf(content), Buffer.byteLength(content), 1000);
    },
  },
  {
    name: 'lists 50,000 deep.odt',
    comesTo: ['read', 'empty', 'bomb', 'damaged'],
    make: () => odtOf(contentOf(nested('text:list', 50_000))),
  },
  {
    name: 'spans 50,000 deep.odt',
    comesTo: ['read', 'empty', 'bomb', 'damaged'],
    make: () => odtOf(contentOf(paragraph(`${GOOD}${'<text:span>'.repeat(50_000)}x${'</text:span>'.repeat(50_000)}`))),
  },
  {
    name: 'rows and cells repeated without end.odt',
    comesTo: ['read', 'bomb', 'too_large'],
    make: () =>
      odtOf(
        contentOf(
          `<table:table>${`<table:table-row table:number-rows-repeated="200">${`<table:table-cell table:number-columns-repeated="200">${paragraph(GOOD)}</table:table-cell>`.repeat(30)}</table:table-row>`.repeat(30)}</table:table>`,
        ),
      ),
  },
  {
    name: 'tables of repeated cells in each other.odt',
    comesTo: ['read', 'bomb', 'too_large'],
    make: () => {
      const [open, close] = [
        '<table:table><table:table-row table:number-rows-repeated="100"><table:table-cell table:number-columns-repeated="100">',
        '</table:table-cell></table:table-row></table:table>',
      ];
      return odtOf(contentOf(open.repeat(8) + paragraph(GOOD) + close.repeat(8)));
    },
  },
  {
    name: 'numbers without end.odt',
    comesTo: ['read'],
    make: () =>
      odtOf(
        contentOf(
          `<text:list text:style-name="L">${`<text:list-item text:start-value="999999999">${paragraph(GOOD)}</text:list-item>`.repeat(1000)}</text:list>`,
        ),
        {
          'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="a" text:display-levels="999999999"/></text:list-style></office:styles></office:document-styles>`,
        },
      ),
    says: GOOD,
  },
  {
    name: 'spaces without end.odt',
    comesTo: ['read', 'bomb', 'too_large'],
    make: () => odtOf(contentOf(paragraph(`${GOOD}${'<text:s text:c="999999999"/>'.repeat(1000)}`))),
  },
  {
    name: 'styles that are their own parents.odt',
    comesTo: ['read'],
    make: () =>
      odtOf(contentOf(`<text:p text:style-name="a">${GOOD}</text:p>`), {
        'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles><style:style style:name="a" style:family="paragraph" style:parent-style-name="b"/><style:style style:name="b" style:family="paragraph" style:parent-style-name="a"/></office:styles></office:document-styles>`,
      }),
    says: GOOD,
  },
];

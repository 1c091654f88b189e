/** The control words of RTF that matter for the text. */

/** Control words that stand for a character. */
export const characters: Readonly<Record<string, string>> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  tab: '\t',
  line: '\n',
  lbr: '\n',
  softline: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  zwbo: '\u200b',
  zwnbo: '\u2060',
};

/** Groups that are no text of the body. What begins with `\*` and is not known is skipped as well. */
export const skippedGroups = new Set([
  ...['colortbl', 'info', 'pict', 'objdata', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl'],
  ...['footerr', 'footerf', 'fldinst', 'bkmkstart', 'bkmkend', 'listtext', 'pntext', 'pn', 'listtable', 'xe', 'tc'],
  ...['listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'themedata', 'colorschememapping', 'datastore'],
  ...[
    'latentstyles',
    'filetbl',
    'ftnsep',
    'ftnsepc',
    'ftncn',
    'aftnsep',
    'aftnsepc',
    'aftncn',
    'nonshppict',
    'shpinst',
  ],
  ...['template', 'private', 'stylesheet', 'atnid', 'atnauthor', 'atrfstart', 'atrfend', 'atnref', 'atndate', 'sp'],
  ...['nonesttables', 'do', 'upr'],
]);

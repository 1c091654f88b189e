/** Which encoding a code page or a font's character set of RTF stands for, as a label that TextDecoder knows. */

const byCodePage: Readonly<Record<number, string>> = {
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  54936: 'gb18030',
  65001: 'utf-8',
};

const codePageOfCharset: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** Pages that no runtime reads (850, 437) come out as Windows-1252, which shares the plain letters with them. */
export function encodingOfCodePage(page: number): string {
  return byCodePage[page] ?? 'windows-1252';
}

/** Null where the character set leaves it to the document. */
export function encodingOfCharset(charset: number): string | null {
  const page = codePageOfCharset[charset];
  return page === undefined ? null : encodingOfCodePage(page);
}

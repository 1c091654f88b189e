/** XML as we write it: what it cannot carry becomes a visible sign and is counted, never dropped in silence. */

const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPECIAL = /[&<>"'\n\r\t]/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export class XmlText {
  replaced = 0;

  /** Text between tags; a CR would be read as LF. */
  text(text: string): string {
    const legal = this.legal(text);
    return SPECIAL.test(legal) ? legal.replace(/[&<>\r]/g, (sign) => ENTITIES[sign] ?? '&#13;') : legal;
  }

  /** The value of an attribute; blanks other than the space would become spaces. */
  attribute(text: string): string {
    const legal = this.legal(text);
    if (!SPECIAL.test(legal)) return legal;
    return legal.replace(/[&<>"'\n\r\t]/g, (sign) => ENTITIES[sign] ?? `&#${sign.charCodeAt(0)};`);
  }

  /** Attributes in order, without those that are missing. */
  attributes(values: Readonly<Record<string, string | null | undefined>>): string {
    let written = '';
    for (const name in values) {
      const value = values[name];
      if (value !== null && value !== undefined) written += ` ${name}="${this.attribute(value)}"`;
    }
    return written;
  }

  private legal(text: string): string {
    ILLEGAL.lastIndex = 0;
    if (!ILLEGAL.test(text)) return text;
    return text.replace(ILLEGAL, () => {
      this.replaced += 1;
      return '\ufffd';
    });
  }
}

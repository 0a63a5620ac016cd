/** The parts of a new package that say where the others are. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function contentTypesPart(sheets: number): string {
  const overrides = numbered(
    sheets,
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`
  );
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides}</Types>`
  );
}

export function rootRelations(): string {
  return relations(`<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/>`);
}

export function workbookRelations(sheets: number): string {
  const toSheets = numbered(
    sheets,
    (n) => `<Relationship Id="rId${n}" Type="${RELATION}/worksheet" Target="worksheets/sheet${n}.xml"/>`
  );
  const toStyles = `<Relationship Id="rId${sheets + 1}" Type="${RELATION}/styles" Target="styles.xml"/>`;
  return relations(toSheets + toStyles);
}

/** `names` are escaped already. */
export function workbookPart(names: readonly string[]): string {
  const sheets = numbered(names.length, (n) => `<sheet name="${names[n - 1] ?? ''}" sheetId="${n}" r:id="rId${n}"/>`);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${sheets}</sheets></workbook>`;
}

/** The declaration and the opening tag of a part in the main namespace. */
export function mainPart(element: string): string {
  return `${XML}<${element} xmlns="${MAIN}">`;
}

function relations(elements: string): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${elements}</Relationships>`;
}

function numbered(count: number, element: (n: number) => string): string {
  return Array.from({ length: count }, (_, index) => element(index + 1)).join('');
}

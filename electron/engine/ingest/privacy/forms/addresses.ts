/** Forms of a street with a house number, or of a place down to the building. */
const FORMS: readonly RegExp[] = [
  /^\d{1,5}[a-z]?,?\s+(?:[\p{L}\d.'’-]+\s+){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|terrace|crescent|close|highway|hwy|parkway|pkwy)\b\.?/iu,
  /(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ring|ufer|chaussee|straat|laan|gracht|gatan|vägen|vej|gade)\s*\d{1,4}\s?[a-z]?\b/iu,
  /^\d{1,5}\s*(?:bis|ter)?,?\s+(?:rue|avenue|av|boulevard|bd|place|chemin|all[ée]e|impasse|quai|cours|route)\b/iu,
  /^(?:calle|c\/|avenida|avda?\.?|plaza|paseo|carrer|via|viale|piazza|corso|rua|travessa|alameda|ul\.|ulica|ул\.|улица)\s+.{2,40}\d/iu,
  /(?:[省市区縣县镇鎮鄉乡].*)(?:[路街道巷弄村里].*\d.*[号號弄]|小区|社区|花园|\d+[栋幢棟单单元樓楼室])/u,
  /(?:[路街道巷弄]\d+[号號弄])/u,
  /[都道府県].*[市区町村].*\d/u,
];

/** Whether a text is a postal address. */
export const isAddress = (text: string): boolean => text.length <= 200 && FORMS.some((form) => form.test(text));

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../../electron/engine/ingest/detect/preview.ts';
import {
  isIban,
  isIdentityNumber,
  mayBeIdentityNumber,
} from '../../../../electron/engine/ingest/privacy/forms/identity-numbers.ts';
import { personalKind } from '../../../../electron/engine/ingest/privacy/personal-kind.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/presets');

describe('names of people', () => {
  it.each([
    ['column 2', ['Ada Example', 'Bea Sample', 'Charles M. Test', 'Dr. Eva Muster']],
    ['column 2', ['ADA EXAMPLE', 'john q. sample', 'Example, Maria', 'José da Silva']],
    ['column 2', ['Anne-Marie Test', "Sean O'Sample", 'Łukasz Próba', 'Françoise Exemple']],
    ['column 2', ['王小明', '李华', '欧阳娜娜', '陈女士', '张**']],
    ['column 2', ['김민수', '이영희', '박지훈']],
    ['column 2', ['Анна Пример', 'Иван Образец', 'Ольга Тест']],
    ['column 2', ['Ada', 'Bea', 'Clara', 'Daniel', 'Emma', 'Frank']],
    ['CUSTOMER', ['Zorx Qwample', 'Yani Testar']],
    ['Buyer', ['Ada Example (adaex)', 'Bea Sample (beasa)']],
    ['Kunde', ['Ada Muster']],
    ['买家', ['示例甲', '王小明']],
  ])('are recognised by the values: %s %j', (name, values) => {
    expect(personalKind(name, values)).toBe('name');
  });

  it.each([
    ['column 2', ['Calvin Klein', 'Nike', 'Hugo Boss', 'Adidas', 'Jack Wolfskin', 'Puma', 'Levis', 'Acme']],
    ['brand', ['Calvin Klein', 'Hugo Boss', 'Tommy Hilfiger', 'Ralph Lauren']],
    ['Vendor', ['Kate Spade', 'Charlotte Tilbury', 'Michael Kors']],
    ['artist', ['Taylor Swift', 'Adele Adkins', 'Elton John']],
    ['city', ['San Francisco', 'Santa Maria', 'Victoria', 'Florence', 'Sofia', 'Charlotte']],
    ['column 2', ['Red Mug', 'Paper moon, small', 'Oak Chair', 'Grace Lamp', 'Victoria Sponge Tin']],
    ['product', ['Emma Chair', 'Clara Table', 'Oskar Sofa']],
    ['column 2', ['华为', '小米', '安踏', '李宁', '方太', '海尔', '格力', '美的']],
    ['column 2', ['北京', '上海', '广州', '深圳', '武汉', '郑州', '徐州', '常州', '温州']],
    ['类目', ['女装', '童装', '手机', '家具', '毛巾']],
    ['column 2', ['女装', '童装', '手机', '方便面', '毛巾', '黄油', '金饰品', '白酒']],
    ['user', ['ann', 'bo', 'cy', 'dan', 'eva']],
    ['customer', ['C1', 'C2', 'C3']],
    ['Customer type', ['new', 'returning']],
    ['Customer', ['Acme GmbH', 'Sample Trading Ltd', 'Muster AG']],
    ['column 2', ['Add to Cart', 'Page View', 'Order Completed', 'Sign Up']],
    ['utm_campaign', ['Spring Sale', 'Mary Christmas', 'April Fools']],
  ])('are not seen in other values: %s %j', (name, values) => {
    expect(personalKind(name, values)).toBeNull();
  });
});

describe('telephone numbers, identity numbers and addresses', () => {
  it.each([
    ['telephone', ["'+4915100000001"]],
    ['telephone', ['="+4915100000001"', '="+33610000000"']],
    ['telephone', ['+1 (415) 555-0100', '+44 20 7946 0000', 'tel:+49-30-901820', '+49 (0)30 901820']],
    ['telephone', ['(415) 555-0100', '415-555-0101', '415.555.0102']],
    ['telephone', ['030 / 901820', '0151-23456789', '010-62345678']],
    ['telephone', ['138 0013 8000', '159-1234-5678', '+86 186 9999 0000', '0086 17700001111']],
    ['identity', ['123.456.789-09', '111.444.777-35']],
    ['identity', ['12345678Z', 'X1234567L', '87654321X', '11111111H', '22222222J']],
    ['identity', ['RSSMRA85T10A562S', 'VRDGPP13R10B293P']],
    ['identity', ['219-09-9999', '123-45-6789', '457-55-5462', '078-05-1120', '321-54-9876']],
    ['card', ['DE89 3704 0044 0532 0130 00', 'GB82WEST12345698765432']],
    ['address', ['12 High Street', '221B Baker Street, London', '1600 Pennsylvania Ave']],
    ['address', ['Musterstraße 12', 'Hauptstr. 5a, 10115 Berlin']],
    ['address', ['10 rue de la Paix, Paris', '5 bis avenue Foch']],
    ['address', ['Calle Mayor 5, Madrid', 'Via Roma 12', 'Rua Augusta 100']],
    ['address', ['北京市朝阳区建国路1号', '上海市浦东新区世纪大道100号2栋']],
  ] as const)('are recognised by the values alone: %s %j', (kind, values) => {
    expect(personalKind('column 3', values)).toBe(kind);
  });

  it.each([
    ['sku', ['AB-123-456', '415-555', '12-3456-789']],
    ['isbn', ['978-3-16-148410-0', '978-0-306-40615-7', '978-1-4028-9462-6']],
    ['date', ['2024-05-01', '01.05.2024', '05/01/2024']],
    ['delta', ['+12.50', '+1249.00', '-3']],
    ['ean', ['4006381333931', '4006381333948', '4006381333955', '4006381333962', '4006381333979']],
    ['title', ['12 Piece Set', '3 in 1 Cable', 'Street 12 Shoes']],
    ['city', ['Ringstad', 'Wegberg', '北京市', '朝阳区']],
  ])('are not seen in other values: %s', (name, values) => {
    expect(personalKind(name, values)).toBeNull();
  });

  it('have valid check digits', () => {
    for (const text of ['123.456.789-08', 'RSSMRA85T10A56', '11010519491231002Y', '850101-1234568'])
      expect(isIdentityNumber(text), text).toBe(false);
    expect(isIdentityNumber('2 55 08 14 168 025 38')).toBe(true);
    expect(isIdentityNumber('2 55 08 14 168 025 39')).toBe(false);
    expect(mayBeIdentityNumber('44051401359')).toBe(true);
    expect(mayBeIdentityNumber('44051401358')).toBe(false);
    expect(mayBeIdentityNumber('A123456789')).toBe(true);
    expect(mayBeIdentityNumber('A123456788')).toBe(false);
    expect(mayBeIdentityNumber('12345678A')).toBe(false);
    expect(isIban('DE89 3704 0044 0532 0130 01')).toBe(false);
  });
});

it('of the columns of all presets, only those with personal data are recognised', async () => {
  const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).map((name) => join(FIXTURES, name));
  const expected =
    /mail|phone|zip|postcode|address|street|^(?:first|last|billing|shipping)[ _](?:first_|last_)?name$|context[._]ip|^(?:customer|name|nom|nombre)$/i;
  let columns = 0;
  for (const file of files.filter((path) => statSync(path).isFile())) {
    const preview = await previewFile({ file });
    columns += preview.columns.length;
    const personal = preview.columns.flatMap(({ name, personal: kind }) => (kind === null ? [] : name));
    for (const name of personal) expect(name, file).toMatch(expected);
    const missed = preview.columns.filter(
      ({ name, personal: kind }) => kind === null && /(?:^|_)e?mail$|phone$/i.test(name),
    );
    expect(missed, file).toEqual([]);
  }
  expect(columns).toBeGreaterThan(300);
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  UPN_LETTERS,
  isNationalInsuranceNumber,
  isNhsNumber,
  isUniquePupilNumber,
  nhsCheckDigit,
  upnCheckLetter,
} from '../../src/framework/identifiers.js';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));

describe('check digits', () => {
  it('NHS number: the published examples', () => {
    assert.equal(isNhsNumber('9434765919'), true);
    assert.equal(isNhsNumber('9434765918'), false);
    assert.equal(isNhsNumber('4505577104'), true);
    for (const text of ['', '943476591', '94347659190', '943 476 5919', '943476591x', '0000000000', '1111111111', '0123456789'])
      assert.equal(isNhsNumber(text), false, text);
  });

  it('NHS number: nine digits that give 10 have no number', () => {
    // 1×10 + … + 9×2 = 210 leaves 1, so the digit would be 10.
    assert.equal(nhsCheckDigit('123456789'), null);
    for (let last = 0; last < 10; last++) assert.equal(isNhsNumber(`123456789${last}`), false);
    assert.equal(nhsCheckDigit('12345678'), null);
  });

  it('NHS number: any one wrong digit, and any two neighbours in the wrong order, are noticed', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (nine, at, by) => {
        const check = nhsCheckDigit(nine);
        fc.pre(check !== null && !/^(\d)\1{8}$/.test(nine));
        const number = `${nine}${check}`;
        assert.equal(isNhsNumber(number), true);
        const wrong = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
        assert.equal(isNhsNumber(wrong), false);
        const swapped = number.slice(0, at) + number[at + 1]! + number[at]! + number.slice(at + 2);
        if (swapped !== number) assert.equal(isNhsNumber(swapped), false);
      }),
    );
  });

  it('unique pupil number: the published examples, permanent and temporary', () => {
    assert.equal(isUniquePupilNumber('B801200005001'), true);
    assert.equal(isUniquePupilNumber('b801200005001'), true);
    assert.equal(isUniquePupilNumber('A801200005001'), false);
    for (const text of ['', 'B80120000500', 'B8012000050011', 'I801200005001', 'B80120000500S', 'BB01200005001'])
      assert.equal(isUniquePupilNumber(text), false, text);
    assert.equal(UPN_LETTERS.length, 23);
    assert.equal(upnCheckLetter('80120000500'), null);
  });

  it('unique pupil number: only one of the 23 letters is right', () => {
    fc.assert(
      fc.property(digits(11), fc.constantFrom(...UPN_LETTERS, ...'0123456789'), (eleven, last) => {
        const right = [...UPN_LETTERS].filter((letter) => isUniquePupilNumber(`${letter}${eleven}${last}`));
        assert.deepEqual(right, [upnCheckLetter(`${eleven}${last}`)]);
      }),
    );
  });

  it('National Insurance number: letters that are never issued', () => {
    for (const text of ['AB123456C', 'JG103759A', 'ab123456d']) assert.equal(isNationalInsuranceNumber(text), true, text);
    for (const text of [
      'QQ123456C',
      'DA123456A',
      'AO123456A',
      'GB123456A',
      'ZZ123456A',
      'AB123456E',
      'AB12345C',
      'AB1234567',
      'AB123456',
      '',
    ])
      assert.equal(isNationalInsuranceNumber(text), false, text);
  });
});

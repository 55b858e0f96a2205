import { expect, test } from 'vitest';
import { addressesAtMost, readAddresses } from './address-list.ts';

const emails = (text: string) => readAddresses(text).good.map(({ email }) => email);
const faults = (text: string) => readAddresses(text).bad.map(({ line, fault }) => [line, fault]);

test('addresses are read as people paste them', () => {
	expect(emails('ada@x.org, Bo <BO@x.org>; cy@x.org\n\n"Dee, D." <dee@x.org>\nEve Long eve@x.org')).toEqual([
		'ada@x.org',
		'bo@x.org',
		'cy@x.org',
		'dee@x.org',
		'eve@x.org',
	]);
	expect(emails('一@x.cn，er@x.cn；san@x.cn')).toEqual(['er@x.cn', 'san@x.cn']);
});

test('a CSV file says by its head where the address stands, and which team', () => {
	const { good, bad } = readAddresses(
		'\uFEFFname,email,team\r\n"Lee, Ada",ada@x.org,Core\r\nBo,bo@x.org,"The ""B"" team"\r\nCy,,Core\r\n',
	);
	expect(good).toEqual([
		{ email: 'ada@x.org', team: 'Core', line: 2 },
		{ email: 'bo@x.org', team: 'The "B" team', line: 3 },
	]);
	expect(bad).toEqual([{ line: 4, text: 'Cy,,Core', fault: 'shape' }]);
	expect(readAddresses('姓名;邮箱\n小林;lin@x.cn').good).toEqual([
		{ email: 'lin@x.cn', team: null, line: 2 },
	]);
});

test('what cannot be read is reported with its line and stops nothing', () => {
	const text = 'ada@x.org\nnobody\nADA@x.org\na@b\n=cmd@x.org!\nbo@x.org';
	expect(emails(text)).toEqual(['ada@x.org', 'bo@x.org']);
	expect(faults(text)).toEqual([
		[2, 'shape'],
		[3, 'twice'],
		[4, 'shape'],
		[5, 'shape'],
	]);
	expect(readAddresses('')).toEqual({ good: [], bad: [] });
});

test('a list is bounded, and so is what is said of a bad one', () => {
	const many = Array.from({ length: addressesAtMost + 3 }, (_, n) => `p${n}@x.org`).join('\n');
	const { good, bad } = readAddresses(many);
	expect(good).toHaveLength(addressesAtMost);
	expect(bad.map(({ fault }) => fault)).toEqual(['too_many', 'too_many', 'too_many']);
	expect(readAddresses('x\n'.repeat(100_000)).bad).toHaveLength(addressesAtMost);
	expect(readAddresses(`${'y'.repeat(5000)}\n`).bad[0]!.text).toHaveLength(120);
});

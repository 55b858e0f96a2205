import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** One value of ASN.1 DER: a tag, the length, the content. */
function der(tag: number, ...content: (Buffer | number[])[]): Buffer {
	const body = Buffer.concat(content.map((part) => Buffer.from(part as Uint8Array)));
	const length = body.length;
	const size =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const SEQUENCE = 0x30;
const SET = 0x31;
/** sha256WithRSAEncryption, with its empty parameters. */
const algorithm = der(SEQUENCE, der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]), der(0x05));
const name = (common: string) =>
	der(
		SEQUENCE,
		der(SET, der(SEQUENCE, der(0x06, [0x55, 0x04, 0x03]), der(0x0c, Buffer.from(common, 'utf8')))),
	);
const time = (date: Date) =>
	der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'latin1'));

/** A key and a certificate of it (X.509, signed by itself), as a provider's machine would have. */
export function makeCertificate(common: string, from: Date, to: Date) {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const serial = Buffer.concat([Buffer.from([0x11]), randomBytes(19)]);
	const tbs = der(
		SEQUENCE,
		der(0xa0, der(0x02, [2])),
		der(0x02, serial),
		algorithm,
		name(common),
		der(SEQUENCE, time(from), time(to)),
		name(common),
		publicKey.export({ format: 'der', type: 'spki' }),
	);
	const signature = createSign('RSA-SHA256').update(tbs).sign(privateKey);
	const bytes = der(SEQUENCE, tbs, algorithm, der(0x03, [0], signature));
	const lines = bytes.toString('base64').match(/.{1,64}/g)!;
	return {
		privateKey: privateKey as KeyObject,
		serial: serial.toString('hex').toUpperCase(),
		pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
		from,
		to,
	};
}

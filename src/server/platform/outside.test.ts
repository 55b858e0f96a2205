import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { isPublicAddress, NotOutside, openOutside, outsideUrl } from './outside.ts';

test('addresses beside the server are told from those of the world, however they are written', () => {
	for (const address of [
		'127.0.0.1',
		'10.1.2.3',
		'172.31.255.255',
		'192.168.0.1',
		'169.254.169.254',
		'100.64.0.1',
		'0.0.0.0',
		'224.0.0.1',
		'255.255.255.255',
		'::1',
		'::',
		'fe80::1',
		'fd00::1',
		'ff02::1',
		'::ffff:127.0.0.1',
		'::ffff:8.8.8.8',
		'64:ff9b::7f00:1',
		'2002:7f00:1::',
		'2001::1',
		'localhost',
		'',
	])
		expect([address, isPublicAddress(address)]).toEqual([address, false]);
	for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111'])
		expect([address, isPublicAddress(address)]).toEqual([address, true]);
});

test('an address that leads inward, is not encrypted or carries a name is refused before anything is asked', () => {
	for (const text of [
		'http://id.example.com',
		'https://127.0.0.1/',
		'https://[::1]/',
		'https://2130706433/',
		'https://0x7f.1/',
		'https://user:word@id.example.com',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'nonsense',
	])
		expect(() => outsideUrl(text), text).toThrow(NotOutside);
	expect(outsideUrl('https://id.example.com/realms/a').host).toBe('id.example.com');
});

test('a name that leads to this machine is refused when the connection is made; one that the operator named is asked', async () => {
	let asked = 0;
	const server = createServer((request, response) => {
		asked++;
		if (request.url === '/long') return void response.end('x'.repeat(300_000));
		if (request.url === '/away') return void response.writeHead(302, { location: '/there' }).end();
		response.end(`${request.method} ${request.headers['content-type'] ?? ''}`);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	try {
		await expect(openOutside()(`https://localhost:${port}/`)).rejects.toThrow('not of the world outside');
		await expect(openOutside()(`http://127.0.0.1:${port}/`)).rejects.toBeInstanceOf(NotOutside);
		expect(asked).toBe(0);

		const outside = openOutside([`127.0.0.1:${port}`]);
		const url = (path: string) => `http://127.0.0.1:${port}${path}`;
		expect(
			await outside(url('/'), { method: 'POST', body: 'a=1', headers: { 'content-type': 'text/x' } }),
		).toEqual({ status: 200, text: 'POST text/x' });
		await expect(outside(url('/long'))).rejects.toThrow('too long');
		// A redirect is an answer, not a way.
		expect((await outside(url('/away'))).status).toBe(302);
		expect(asked).toBe(3);
	} finally {
		server.close();
	}
});

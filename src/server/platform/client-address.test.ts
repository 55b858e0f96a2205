import { expect, test } from 'vitest';
import { clientAddress, networkOf } from './client-address.ts';

test('limits count an IPv4 address, and of an IPv6 address the network that one household has', () => {
	expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
	expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
	const home = networkOf('2001:db8:12:34::1');
	expect(home).toBe('2001:db8:12:34::/64');
	expect(networkOf('2001:0DB8:0012:0034:ffff:1:2:3')).toBe(home);
	expect(networkOf('2001:db8:12:35::1')).not.toBe(home);
	expect(networkOf('::1')).toBe('0:0:0:0::/64');
	expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'));
});

test("a proxy's header is believed when it was named, and then its last address: what comes before is the client's word", () => {
	const socket = { remoteAddress: '10.0.0.1' };
	const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' };
	expect(clientAddress({ proxyHeader: undefined }, { headers, socket })).toBe('10.0.0.1');
	expect(clientAddress({ proxyHeader: 'x-forwarded-for' }, { headers, socket })).toBe('203.0.113.7');
});

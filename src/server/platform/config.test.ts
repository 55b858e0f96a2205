import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const issuer = (OIDC_ISSUER: string) =>
	readConfig({ OIDC_ISSUER, OIDC_CLIENT_ID: 'stoa', OIDC_CLIENT_SECRET: 'secret' }).oidc?.issuer;

test.each([
	'https://id.example',
	'http://127.0.0.1:9000/realm',
	'http://localhost:9000',
	'http://[::1]:9000',
])('an identity provider may be at %s', (address) => {
	expect(issuer(address)).toBe(address);
});

test.each([
	'http://id.example',
	'http://localhost.example',
	'http://127.0.0.1.example',
	'http://127.0.0.1@id.example',
	'http://10.0.0.1',
	'ftp://id.example',
])('an identity provider is not at %s, where others could listen', (address) => {
	expect(() => issuer(address)).toThrow(ConfigError);
	expect(() => issuer(address)).toThrow(/OIDC_ISSUER.*https/);
});

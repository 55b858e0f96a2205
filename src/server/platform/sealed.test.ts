import { expect, test } from 'vitest';
import { seal, unseal } from './sealed.ts';

test('what is sealed opens with the same secret, purpose and owner, and with no other', () => {
	const sealed = seal('secret', 'payout-account', 'user:7', '6222 0000 1234 5678');
	expect(sealed).not.toContain('6222');
	expect(unseal('secret', 'payout-account', 'user:7', sealed)).toBe('6222 0000 1234 5678');
	expect(() => unseal('other', 'payout-account', 'user:7', sealed)).toThrow();
	expect(() => unseal('secret', 'another', 'user:7', sealed)).toThrow();
	expect(() => unseal('secret', 'payout-account', 'user:8', sealed)).toThrow();
	const changed = sealed.slice(0, -1) + (sealed.endsWith('A') ? 'B' : 'A');
	expect(() => unseal('secret', 'payout-account', 'user:7', changed)).toThrow();
});

test('the same text is sealed differently each time', () => {
	expect(seal('s', 'p', 'a', 'text')).not.toBe(seal('s', 'p', 'a', 'text'));
});

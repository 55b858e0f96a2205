import { action, page } from '#lib/server/page.ts';
import { requireStaff } from '#lib/server/staff.ts';
import { commonError } from '#server/kernel/errors.ts';
import { changeSettings } from '#server/modules/admin/index.ts';
import { readSettings } from '#server/platform/settings/index.ts';
import { currencies, parsePrice } from '#shared/price.ts';

export const load = page(async ({ locals }) => {
	requireStaff(locals.actor, 'admin');
	return { settings: await readSettings(locals.ctx.db) };
});

export const actions = {
	default: action(async ({ locals }, form) => {
		// Kept in hundredths of a percent, as the ledger counts; typed in percent, as people do.
		const share = Math.round(Number(form.get('platformShareBps')) * 100);
		locals.ctx.settings = await changeSettings(locals.ctx.db, locals.actor, {
			// Settings that other pages of the console set stay as they are.
			...(await readSettings(locals.ctx.db)),
			...Object.fromEntries(form),
			platformShareBps: share,
			listenAskerBps: Math.round(Number(form.get('listenAskerBps')) * 100),
			coolingOffDays: Number(form.get('coolingOffDays')),
			coolingOffReturns: Number(form.get('coolingOffReturns')),
			payoutHoldDays: Number(form.get('payoutHoldDays')),
			payoutMinimums: minimumsOf(form),
			trialAsksMeans: form.has('trialAsksMeans'),
			winBackDays: Number(form.get('winBackDays')),
			winBackPercent: Number(form.get('winBackPercent')),
			...Object.fromEntries(mediaSettings.map((name) => [name, Number(form.get(name))])),
			remoteImages: form.has('remoteImages'),
		});
		return { saved: true };
	}),
};

const mediaSettings = [
	'mediaQuotaMb',
	'mediaPictureMb',
	'mediaVideoMb',
	'mediaFileMb',
	'mediaVideoMinutes',
	'mediaAddressMinutes',
] as const;

/** The least payout of each currency, as typed; an empty field sets none. */
function minimumsOf(form: FormData): Record<string, number> {
	const typed = currencies.map(
		(currency) => [currency, String(form.get(`minimum-${currency}`) ?? '').trim()] as const,
	);
	return Object.fromEntries(
		typed
			.filter(([, text]) => text !== '')
			.map(([currency, text]) => {
				const amount = parsePrice(text, currency);
				if (amount === null || amount === 0)
					throw commonError('invalid_input', { fields: { [`minimum-${currency}`]: 'catalog.price_whole' } });
				return [currency, amount];
			}),
	);
}

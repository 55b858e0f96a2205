import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { findPerson, type PersonProfile } from '#server/modules/accounts/index.ts';
import { listOffers, type Offer, type Sells } from '#server/modules/catalog/index.ts';

/** Whose page it is, and at what they offer this; null when they do not. An old spelling of the handle leads to the present one. */
export async function personWithOffer(
	event: RequestEvent & { params: { handle: string } },
	sells: Sells,
): Promise<{ shown: PersonProfile; offer: Offer | null }> {
	const { db } = event.locals.ctx;
	const shown = await findPerson(db, event.params.handle);
	if (!shown) error(404, { message: 'There is no such person.', code: 'accounts.not_found' });
	if (shown.handle !== event.params.handle && event.request.method === 'GET')
		redirect(301, event.url.pathname.replace(event.params.handle, shown.handle) + event.url.search);
	const [offer] = await listOffers(db, { personId: shown.id }, sells);
	return { shown, offer: offer ?? null };
}

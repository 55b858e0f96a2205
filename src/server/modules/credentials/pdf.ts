import { drawApart } from '../../platform/draw-apart.ts';
import type { Certificate } from './certificate.ts';
import { certificateUrl, type Place } from './credential.ts';
import type { Paper, PaperLocale } from './draw-pdf.ts';

/**
 * A certificate as a PDF (A4 across) in one language, as its reader may see it.
 *
 * @throws common.too_many_requests when too many are being drawn
 */
export function certificatePdf(
	{ token, achievement, learner, completedAt, issuedAt, revokedAt }: Certificate,
	place: Place,
	locale: PaperLocale,
): Promise<Uint8Array> {
	const paper: Paper = {
		token,
		url: certificateUrl(place.origin, token),
		siteName: place.siteName,
		achievement,
		learner,
		completedAt,
		issuedAt,
		revokedAt,
	};
	return drawApart('modules/credentials/pdf-worker', { paper, locale });
}

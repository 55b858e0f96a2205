import type { Purpose } from '#server/modules/media/index.ts';

const accepts: Record<Purpose, string | undefined> = {
	picture: 'image/jpeg,image/png,image/gif,image/webp,image/avif',
	avatar: 'image/jpeg,image/png,image/gif,image/webp,image/avif',
	cover: 'image/jpeg,image/png,image/gif,image/webp,image/avif',
	video: 'video/*,.mkv',
	audio: 'audio/*,video/mp4,video/webm',
	file: undefined,
};

/** What the browser offers to choose; whether it is that is looked at afterwards. */
export function acceptOf(purpose: Purpose): string | undefined {
	return accepts[purpose];
}

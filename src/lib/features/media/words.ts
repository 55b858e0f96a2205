import { m } from '#lib/paraglide/messages.js';
import type { MediaStatus, Purpose } from '#server/modules/media/index.ts';

export function purposeWord(purpose: Purpose): string {
	const words: Record<Purpose, string> = {
		video: m.media_purpose_video(),
		audio: m.media_purpose_audio(),
		picture: m.media_purpose_picture(),
		cover: m.media_purpose_cover(),
		avatar: m.media_purpose_avatar(),
		file: m.media_purpose_file(),
	};
	return words[purpose];
}

export function statusWords(): Record<MediaStatus, string> {
	return {
		uploading: m.media_status_uploading(),
		received: m.media_status_received(),
		processing: m.media_status_processing(),
		ready: m.media_status_ready(),
		refused: m.media_status_refused(),
		failed: m.media_status_failed(),
	};
}

/** `1.4 GB`, as people say it. */
export function sizeWord(bytes: number): string {
	const units = ['B', 'KB', 'MB', 'GB', 'TB'];
	let value = bytes;
	let at = 0;
	while (value >= 1024 && at < units.length - 1) {
		value /= 1024;
		at += 1;
	}
	return `${value >= 100 || at === 0 ? Math.round(value) : value.toFixed(1)} ${units[at]}`;
}

/** `1:02:03`. */
export function durationWord(ms: number): string {
	const seconds = Math.round(ms / 1000);
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor(seconds / 60) % 60;
	return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What somebody whose file was not taken can do about it. */
export function whatToDo(code: string): string {
	switch (code) {
		case 'media.broken':
		case 'media.conversion_failed':
		case 'media.needs_ffmpeg':
			return m.media_todo_again();
		case 'media.too_long':
		case 'media.too_large':
			return m.media_todo_shorter();
		case 'media.no_picture':
			return m.media_todo_recording();
		case 'media.no_sound':
			return m.media_todo_sound();
		default:
			return m.media_todo_other();
	}
}

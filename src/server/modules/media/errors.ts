import { defineErrors } from '../../kernel/errors.ts';

export const mediaError = defineErrors('media', {
	not_found: 404,
	/** An upload that was ended, or not gone on with for too long. */
	upload_gone: 410,
	/** The bytes do not begin where the others ended. */
	offset_wrong: 409,
	/** tus has a status of its own for it. */
	checksum_wrong: 460,
	checksum_unknown: 400,
	upload_malformed: 400,
	upload_overflows: 400,
	/** Bytes of an upload have a type of their own. */
	upload_type: 415,
	tus_version: 412,
	too_large: 413,
	quota_reached: 413,
	too_many_uploads: 429,
	disk_full: 507,
	/** None of what this may be. */
	type_refused: 422,
	executable_refused: 422,
	svg_refused: 422,
	broken: 422,
	picture_too_large: 422,
	too_long: 422,
	no_picture: 422,
	no_sound: 422,
	needs_ffmpeg: 422,
	conversion_failed: 422,
	subtitles_invalid: 422,
	/** A lesson shows it: it is taken off there first. */
	in_use: 409,
	not_ready: 409,
	/** The address was for another time or another person. */
	address_expired: 403,
});

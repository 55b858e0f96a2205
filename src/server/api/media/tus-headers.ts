import { type Checksum, mediaError } from '../../modules/media/index.ts';

/** Reads `Upload-Metadata`: names with values in base 64, by commas. @throws media.upload_malformed */
export function readMetadata(header: string): Record<string, string> {
	const read: Record<string, string> = Object.create(null);
	for (const pair of header.split(',')) {
		const [name = '', value = ''] = pair.trim().split(' ', 2);
		if (name === '' && header.trim() === '') continue;
		if (!/^[\w.-]{1,60}$/.test(name) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
			throw mediaError('upload_malformed', {
				detail: 'Upload-Metadata: names and values in base 64, by commas.',
			});
		read[name] = Buffer.from(value, 'base64').toString('utf8');
	}
	return read;
}

/** Reads `Upload-Checksum`. @throws media.checksum_unknown, media.upload_malformed */
export function readChecksum(header: string | undefined): Checksum | undefined {
	if (header === undefined) return undefined;
	const [algorithm = '', digest = ''] = header.trim().split(' ', 2);
	if (algorithm !== 'sha1' && algorithm !== 'sha256' && algorithm !== 'md5')
		throw mediaError('checksum_unknown', { detail: 'Checksums are sha1, sha256 or md5.' });
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(digest))
		throw mediaError('upload_malformed', {
			detail: 'Upload-Checksum: an algorithm, and the digest in base 64.',
		});
	return { algorithm, digest: Buffer.from(digest, 'base64') };
}

// Addresses of uploaded pictures. An address tells how large the picture is, so that whoever writes it into a page
// knows without asking: the place is kept free while it loads, and smaller copies can be named.

/** Widths in which pictures are kept, as far as they are that wide. */
export const pictureWidths = [320, 640, 960, 1280, 1920, 2560] as const;

/** Widths of pictures of people. */
export const avatarWidths = [64, 128, 256, 512] as const;

export interface PictureName {
	token: string;
	width: number;
	height: number;
}

const ADDRESS = /^\/media\/p\/([a-z0-9]{26})-(\d{1,5})x(\d{1,5})(?:\/(\d{1,5}))?$/;

/** Where a picture is shown. @param at a width of those it is kept in; the nearest one is sent */
export function pictureAddress({ token, width, height }: PictureName, at?: number): string {
	return `/media/p/${token}-${width}x${height}${at ? `/${at}` : ''}`;
}

/** What an address of {@link pictureAddress} says; null for any other. */
export function readPictureAddress(address: string): (PictureName & { at: number | null }) | null {
	const [, token, width, height, at] = ADDRESS.exec(address) ?? [];
	if (!token) return null;
	return { token, width: Number(width), height: Number(height), at: at ? Number(at) : null };
}

/** The widths in which a picture of this width is kept: no copy is larger than what was uploaded. */
export function widthsOf(width: number): number[] {
	const fitting = pictureWidths.filter((one) => one < width);
	const largest = Math.min(width, pictureWidths.at(-1)!);
	return [...new Set([...fitting, largest])];
}

/** What lets a browser choose among the copies; null for a picture that is not kept here. */
export function pictureSet(address: string): { srcset: string; width: number; height: number } | null {
	const name = readPictureAddress(address);
	if (!name) return null;
	const srcset = widthsOf(name.width)
		.map((at) => `${pictureAddress(name, at)} ${at}w`)
		.join(', ');
	return { srcset, width: name.width, height: name.height };
}

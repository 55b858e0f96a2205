import { crc32, deflateRawSync } from 'node:zlib';

interface Entry {
	name: string;
	bytes: Buffer;
	/** Says that it lies elsewhere than it does. */
	at?: number;
	/** Says that it is of another length than it is. */
	says?: number;
	/** Says that it is a link, as archives made on Unix do. */
	link?: boolean;
}

/** An archive as it stands in the specification, with as many lies in it as are asked for. */
export function aZip(entries: Entry[]): Buffer {
	const locals: Buffer[] = [];
	const list: Buffer[] = [];
	let offset = 0;
	for (const { name, bytes, at, says, link } of entries) {
		const packed = deflateRawSync(bytes);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(bytes), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(says ?? bytes.length, 18);
		common.writeUInt16LE(Buffer.byteLength(name), 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
		const tail = Buffer.alloc(14);
		if (link) tail.writeUInt32LE(0xa1ff0000, 6);
		tail.writeUInt32LE(at ?? offset, 10);
		list.push(
			Buffer.concat([
				Buffer.from(`PK\x01\x02\x14${link ? '\x03' : '\x00'}`),
				common,
				tail,
				Buffer.from(name),
			]),
		);
		locals.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(list);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06');
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...locals, central, end]);
}

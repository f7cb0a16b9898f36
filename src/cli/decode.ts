// Text of bytes, by the decoder that Node brings along.

export const decode = (bytes: Uint8Array, label: string, fatal: boolean): string =>
  new TextDecoder(label, { fatal }).decode(bytes);

// Bytes and text (WHATWG Encoding). Browsers, workers and Node all have the codecs; the language's own library does not
// list them, so their shapes are said here.

interface Codecs {
  readonly TextEncoder: new () => { readonly encode: (text: string) => Uint8Array };
  readonly TextDecoder: new (
    label: string,
    options: { readonly fatal: boolean },
  ) => { readonly decode: (bytes: Uint8Array) => string };
}

const { TextEncoder, TextDecoder } = globalThis as unknown as Codecs;

export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text of bytes in an encoding by its label; with `fatal`, throws where the bytes do not decode. */
export const decodeBytes = (bytes: Uint8Array, label: string, fatal: boolean): string =>
  new TextDecoder(label, { fatal }).decode(bytes);

/** What does not decode becomes U+FFFD. */
export const decodeUtf8 = (bytes: Uint8Array): string => decodeBytes(bytes, "utf-8", false);

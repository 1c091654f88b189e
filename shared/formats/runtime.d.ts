/**
 * The globals that every runtime of ours has: window, worker, Node 18 and later, Electron. The compiler knows
 * neither DOM nor Node here, so that nothing else can slip in.
 */

type RuntimeBytes = ArrayBuffer | ArrayBufferView;

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: RuntimeBytes, options?: { readonly stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(input: string, target: Uint8Array): { readonly read: number; readonly written: number };
}

type CryptoKeyUsage = 'encrypt' | 'decrypt' | 'deriveBits' | 'deriveKey' | 'wrapKey' | 'unwrapKey';

interface CryptoKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly usages: readonly CryptoKeyUsage[];
}

type AesGcmParameters = {
  readonly name: 'AES-GCM';
  readonly iv: RuntimeBytes;
  readonly additionalData?: RuntimeBytes;
  readonly tagLength?: number;
};

interface SubtleCrypto {
  digest(algorithm: 'SHA-256' | 'SHA-512', data: RuntimeBytes): Promise<ArrayBuffer>;
  encrypt(algorithm: AesGcmParameters, key: CryptoKey, data: RuntimeBytes): Promise<ArrayBuffer>;
  decrypt(algorithm: AesGcmParameters, key: CryptoKey, data: RuntimeBytes): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    keyData: RuntimeBytes,
    algorithm: 'AES-GCM' | 'HKDF' | { readonly name: 'AES-GCM' },
    extractable: boolean,
    keyUsages: readonly CryptoKeyUsage[],
  ): Promise<CryptoKey>;
  exportKey(format: 'raw', key: CryptoKey): Promise<ArrayBuffer>;
  generateKey(
    algorithm: { readonly name: 'AES-GCM'; readonly length: 128 | 256 },
    extractable: boolean,
    keyUsages: readonly CryptoKeyUsage[],
  ): Promise<CryptoKey>;
}

declare const crypto: {
  readonly subtle: SubtleCrypto;
  getRandomValues<Bytes extends Uint8Array>(target: Bytes): Bytes;
};

interface ReadableStreamDefaultReader<Chunk> {
  read(): Promise<
    { readonly done: false; readonly value: Chunk } | { readonly done: true; readonly value: Chunk | undefined }
  >;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}

interface ReadableStream<Chunk> {
  getReader(): ReadableStreamDefaultReader<Chunk>;
  pipeThrough<Next>(stage: {
    readonly readable: ReadableStream<Next>;
    readonly writable: WritableStream<Chunk>;
  }): ReadableStream<Next>;
  cancel(reason?: unknown): Promise<void>;
}

interface WritableStreamDefaultWriter<Chunk> {
  write(chunk: Chunk): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
  readonly ready: Promise<undefined>;
}

interface WritableStream<Chunk> {
  getWriter(): WritableStreamDefaultWriter<Chunk>;
}

declare class CompressionStream {
  constructor(format: 'deflate' | 'deflate-raw' | 'gzip');
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<RuntimeBytes>;
}

declare class DecompressionStream {
  constructor(format: 'deflate' | 'deflate-raw' | 'gzip');
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<RuntimeBytes>;
}

declare class Blob {
  constructor(parts?: readonly (RuntimeBytes | Blob | string)[], options?: { readonly type?: string });
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  text(): Promise<string>;
}

declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
}

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare function structuredClone<Value>(value: Value): Value;

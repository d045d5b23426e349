/** The least that TypeScript needs of a standard library to compare types of data, and the classes that bodies are made of. */
export const MINIMAL_LIBRARY = `
interface Array<T> { readonly length: number; [index: number]: T; push(...items: T[]): number; }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T; }
interface Boolean { valueOf(): boolean; }
interface Number { toFixed(digits?: number): string; valueOf(): number; }
interface String { readonly length: number; charAt(index: number): string; valueOf(): string; }
interface Symbol { readonly description: string | undefined; }
interface BigInt { toLocaleString(): string; }
interface Object { hasOwnProperty(name: string): boolean; }
interface Function { apply(self: unknown, args?: unknown): unknown; }
interface CallableFunction extends Function { call(self: unknown): unknown; }
interface NewableFunction extends Function { call(self: unknown): unknown; }
interface IArguments { readonly length: number; }
interface RegExp { exec(text: string): unknown; }
type Record<K extends keyof any, T> = { [P in K]: T };
type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
interface Blob { readonly size: number; readonly type: string; arrayBuffer(): ArrayBuffer; }
interface FormData { append(name: string, value: string | Blob): void; getAll(name: string): unknown[]; }
interface URLSearchParams { append(name: string, value: string): void; sort(): void; }
interface ArrayBuffer { readonly byteLength: number; slice(begin: number): ArrayBuffer; }
interface ArrayBufferView<T> { readonly buffer: T; readonly byteOffset: number; }
interface Uint8Array { readonly buffer: ArrayBuffer; readonly byteOffset: number; readonly BYTES_PER_ELEMENT: number; }
interface ReadableStream<R> { readonly locked: boolean; cancel(reason?: R): unknown; }
`;

import typescript from "typescript";
import { expect, test } from "vitest";
import { plainDeclarations } from "../../../src/diff/dependents/plain-declarations.ts";

const plain = (text: string) => plainDeclarations(typescript, text).replace(/\n\s*\n/g, "\n");

test("methods become properties, their overloads one of them", () => {
  expect(
    plain(`export declare class A {
    get(id: string): string;
    list(): void;
    get(id: number): number;
    static of<T>(value: T): A;
    maybe?(): void;
}`),
  ).toBe(`export declare class A {
    readonly get: { (id: string): string; (id: number): number };
    readonly list: { (): void };
    static readonly of: { <T>(value: T): A };
    readonly maybe?: { (): void };
}`);
});

test("what nobody outside reaches is gone, constructors and accessors stay", () => {
  expect(
    plain(`export declare class A {
    #private;
    private secret;
    protected inner(): void;
    constructor(value: string);
    get kind(): string;
    readonly shown: number;
}`),
  ).toBe(`export declare class A {
    constructor(value: string);
    get kind(): string;
    readonly shown: number;
}`);
});

test("a method that TypeScript declares as a property too is there once", () => {
  expect(
    plain(`export declare class A {
    static [Symbol.hasInstance]: (value: unknown) => boolean;
    static [Symbol.hasInstance](value: unknown): boolean;
    [Symbol.iterator](): Iterator<string>;
}`),
  ).toBe(`export declare class A {
    static readonly [Symbol.hasInstance]: { (value: unknown): boolean };
    readonly [Symbol.iterator]: { (): Iterator<string> };
}`);
});

test("interfaces and literal types are rewritten as well, also inside of each other", () => {
  expect(plain("export interface A { run(): { stop(): void }; readonly b: { go(x: 1): 2 } }")).toBe(
    "export interface A { readonly run: { (): { stop(): void } }; readonly b: { readonly go: { (x: 1): 2 }; } }",
  );
});

import type { Caller } from "@sailkit/beta-client";

/** A function of a generated client whose parameters may be left out. */
export type OperationFunction<Init, Result> = (client: Caller, init?: Init) => Promise<Result>;

/** A function of a generated client that needs parameters. */
export type OperationFunctionWithInit<Init, Result> = (client: Caller, init: Init) => Promise<Result>;

/** What an operation answers when all goes well. */
export type Data<Result> = Result extends { data: infer Success; error?: never } ? Success : never;

/** The answer with the data, headers included. */
export type Success<Result> = Extract<Result, { error?: never }>;

/** The items of a collection operation; never where it answers no list. */
export type Item<Result> = NonNullable<Data<Result>> extends readonly (infer Entry)[] ? Entry : never;

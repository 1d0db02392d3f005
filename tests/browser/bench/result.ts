// What a measurement hands to `cargo xtask bench`: one number, and what was seen beside it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** What `cargo xtask bench` says in the environment. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: run the measurements with \`cargo xtask bench\`.`);
  }
  return value;
}

/** Keeps a measurement. `beside` is what explains the number, in whole sentences. */
export function keep(name: string, value: number, beside: string[]): void {
  const text = JSON.stringify({ value, beside: beside.join(" ") });
  writeFileSync(join(setting("TRELLIS_BENCH_FOLDER"), `${name}.json`), text);
}

/** The nearest rank: a value that was measured, never one between two. */
export function percentile(values: number[], hundredths: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((hundredths / 100) * sorted.length) - 1)];
}

export const ms = (value: number): string => `${value.toFixed(1)} ms`;
export const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(2)} MiB`;

/** Median and 98th percentile of times, in words. */
export const spread = (values: number[]): string => `median ${ms(percentile(values, 50))}, p98 ${ms(percentile(values, 98))}`;

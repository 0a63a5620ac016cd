// Draws the PNG icons from static/icons/muster.svg: run by hand after the mark has changed (node .config/make-icons.mjs).
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from './find-browser.mjs';

const folder = new URL('../static/icons/', import.meta.url);
const mark = readFileSync(new URL('muster.svg', folder), 'utf8');
// Systems cut their own shape out of a maskable icon and round Apple's: the ground has to reach every edge.
const fullBleed = mark.replace(/ rx="[\d.]+"/, '');
const withinSafeZone = fullBleed
  .replace('<path', '<g transform="translate(12 12) scale(.8) translate(-12 -11.3)"><path')
  .replace('</svg>', '</g></svg>');

const icons = [
  { name: 'muster-192.png', size: 192, svg: mark },
  { name: 'muster-512.png', size: 512, svg: mark },
  { name: 'muster-maskable-512.png', size: 512, svg: withinSafeZone },
  { name: 'apple-touch-icon.png', size: 180, svg: withinSafeZone.replace('scale(.8)', 'scale(1)') }
];

const browser = await chromium.launch(launchOptions());
for (const { name, size, svg } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  writeFileSync(new URL(name, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();

import { chromium } from 'playwright-core';
import AxeBuilder from '@axe-core/playwright';
const root=process.argv[2]; const pages=JSON.parse(process.argv[3]); const widths=(process.argv[4]??'1280,320').split(',').map(Number); const scheme=process.argv[5]??'light';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--headless','--disable-gpu','--disable-background-networking','--disable-component-update']});
for(const w of widths){ const c=await b.newContext({viewport:{width:w,height:900},colorScheme:scheme});
 for(const [name,path] of Object.entries(pages)){ const p=await c.newPage(); const msgs=[]; p.on('console',m=>msgs.push(m.text())); p.on('requestfailed',r=>msgs.push('failed '+r.url())); p.on('request',r=>{if(!r.url().startsWith(root))msgs.push('external '+r.url())});
  await p.goto(root+path); const axe=await new AxeBuilder({page:p}).analyze();
  const over=await p.evaluate(()=>document.documentElement.scrollWidth-window.innerWidth);
  console.log(name,w,scheme,'axe',axe.violations.map(v=>v.id+': '+v.nodes.slice(0,3).map(n=>n.html.slice(0,140)+' | '+(n.any[0]?.message??'')).join(' || ')),'overflow',over,msgs.slice(0,4));
  await p.screenshot({path:`/tmp/shots/${name}-${w}-${scheme}.png`,fullPage:process.argv[6]!=='no'}); await p.close(); } await c.close(); }
await b.close();

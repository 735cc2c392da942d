var Hs=Object.create;var Vr=Object.defineProperty;var qs=Object.getOwnPropertyDescriptor;var Us=Object.getOwnPropertyNames;var Fs=Object.getPrototypeOf,Gs=Object.prototype.hasOwnProperty;var k=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(n){throw t=0,n}};var Vs=(e,t,n,r)=>{if(t&&typeof t=="object"||typeof t=="function")for(let d of Us(t))!Gs.call(e,d)&&d!==n&&Vr(e,d,{get:()=>t[d],enumerable:!(r=qs(t,d))||r.enumerable});return e};var Ks=(e,t,n)=>(n=e!=null?Hs(Fs(e)):{},Vs(t||!e||!e.__esModule?Vr(n,"default",{value:e,enumerable:!0}):n,e));var M=k(xr=>{"use strict";Object.defineProperty(xr,"__esModule",{value:!0});var ca=/\r\n?/g,fa=/\t/g,pa=/\f/g,Nu=function(e){return e.replace(ca,`
`).replace(pa,"").replace(fa,"    ")},Bu=function(e,t){var n=e||{};if(t!=null)for(var r in t)Object.prototype.hasOwnProperty.call(t,r)&&(n[r]=t[r]);return n},ju=function(e,t){var n=Object.keys(e).filter(function(o){var a=e[o];if(a==null||a.match==null)return!1;var c=a.order;return(typeof c!="number"||!isFinite(c))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+o+"`: "+String(c)),!0});n.sort(function(o,a){var c=e[o],g=e[a],m=c.order,p=g.order;if(m!==p)return m-p;var b=c.quality?0:1,v=g.quality?0:1;return b!==v?b-v:o<a?-1:o>a?1:0});var r,d=function(o,a){var c=[];for(a=a||r,r=a;o;){var g=null,m=null,p=null,b=NaN,v=0,y=n[0],w=e[y];do{var P=w.order,N=a.prevCapture==null?"":a.prevCapture[0],Q=w.match(o,a,N);if(Q){var Gt=w.quality?w.quality(Q,a,N):0;Gt<=b||(g=y,m=w,p=Q,b=Gt)}v++,y=n[v],w=e[y]}while(w&&(!p||w.order===P&&w.quality));if(m==null||p==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+n[n.length-1]+`'. It seems to not match the following source:
`+o);if(p.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var U=m.parse(p,d,a);if(Array.isArray(U))Array.prototype.push.apply(c,U);else{if(U==null||typeof U!="object")throw new Error(`parse() function returned invalid parse result: '${U}'`);U.type==null&&(U.type=g),c.push(U)}a.prevCapture=p,o=o.substring(a.prevCapture[0].length)}return c},u=function(o,a){return r=Bu(a,t),!r.inline&&!r.disableAutoBlockNewlines&&(o=o+`

`),r.prevCapture=null,d(Nu(o),r)};return u},H=function(e){var t=function(n,r,d){return r.inline?e.exec(n):null};return t.regex=e,t},K=function(e){var t=function(n,r){return r.inline?null:e.exec(n)};return t.regex=e,t},$r=function(e){var t=function(n,r){return e.exec(n)};return t.regex=e,t},gh=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,T=function(e,t,n,r){n=n||{},r=typeof r<"u"?r:!0;var d="";for(var u in n){var o=n[u];Object.prototype.hasOwnProperty.call(n,u)&&o&&(d+=" "+Pe(u)+'="'+Pe(o)+'"')}var a="<"+e+d+">";return r?a+t+"</"+e+">":a},yr=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},ma=/[<>&"']/g,ha={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},Pe=function(e){return String(e).replace(ma,function(t){return ha[t]})},ga=/\\([^0-9A-Za-z\s])/g,wr=function(e){return e.replace(ga,"$1")},vn=function(e,t,n){var r=n.inline||!1;n.inline=!0;var d=e(t,n);return n.inline=r,d},va=function(e,t,n){var r=n.inline||!1;n.inline=!1;var d=e(t+`

`,n);return n.inline=r,d},mn=function(e,t,n){return{content:vn(t,e[1],n)}},br=function(){return{}},bn="(?:[*+-]|\\d+\\.)",Hu="( *)("+bn+") +",Du=new RegExp("^"+Hu),ba=new RegExp(Hu+"[^\\n]*(?:\\n(?!\\1"+bn+` )[^\\n]*)*(
|$)`,"gm"),qu=/\n{2,}$/,$a=/^ (?= *`)|(` *) $/g,ya=qu,Lu=/ *\n+$/,wa=new RegExp("^( *)("+bn+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+bn+` )\\n*|\\s*
*$)`),xa=/(?:^|\n)( *)$/,hn=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,n=/^ *-+: *$/,r=/^ *:-+: *$/,d=/^ *:-+ *$/,u=function(m){return n.test(m)?"right":r.test(m)?"center":d.test(m)?"left":null},o=function(m,p,b,v){v&&(m=m.replace(e,""));var y=m.trim().split("|");return y.map(u)},a=function(m,p,b,v){var y=b.inTable;b.inTable=!0;var w=p(m.trim(),b);b.inTable=y;var P=[[]];return w.forEach(function(N,Q){N.type==="tableSeparator"?(!v||Q!==0&&Q!==w.length-1)&&P.push([]):(N.type==="text"&&(w[Q+1]==null||w[Q+1].type==="tableSeparator")&&(N.content=N.content.replace(t,"")),P[P.length-1].push(N))}),P},c=function(m,p,b,v){var y=m.trim().split(`
`);return y.map(function(w){return a(w,p,b,v)})},g=function(m){return function(p,b,v){v.inline=!0;var y=a(p[1],b,v,m),w=o(p[2],b,v,m),P=c(p[3],b,v,m);return v.inline=!1,{type:"table",header:y,align:w,cells:P}}};return{parseTable:g(!0),parseNpTable:g(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),gn="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",Ou=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,_a=/mailto:/i,Iu=function(e,t,n){var r=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[r]){var d=t._defs[r];n.target=d.target,n.title=d.title}return t._refs=t._refs||{},t._refs[r]=t._refs[r]||[],t._refs[r].push(n),n},_=0,$n={Array:{html:function(e,t,n){for(var r="",d=0;d<e.length;d++){var u=e[d];if(u.type==="text")for(u={type:"text",content:u.content};d+1<e.length&&e[d+1].type==="text";d++)u.content+=e[d+1].content;r+=t(u,n)}return r}},heading:{order:_++,match:K(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,n){return{level:e[1].length,content:vn(t,e[2].trim(),n)}},html:function(e,t,n){return T("h"+e.level,t(e.content,n))}},nptable:{order:_++,match:K(hn.NPTABLE_REGEX),parse:hn.parseNpTable,html:null},lheading:{order:_++,match:K(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,n){return{type:"heading",level:e[2]==="="?1:2,content:vn(t,e[1],n)}},html:null},hr:{order:_++,match:K(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:br,html:function(e,t,n){return'<hr aria-hidden="true">'}},codeBlock:{order:_++,match:K(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,n){var r=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:r}},html:function(e,t,n){var r=e.lang?"markdown-code-"+e.lang:void 0,d=T("code",Pe(e.content),{class:r});return T("pre",d)}},fence:{order:_++,match:K(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,n){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:_++,match:K(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,n){var r=e[0].replace(/^ *> ?/gm,"");return{content:t(r,n)}},html:function(e,t,n){return T("blockquote",t(e.content,n))}},list:{order:_++,match:function(e,t){var n=t.prevCapture==null?"":t.prevCapture[0],r=xa.exec(n),d=t._list||!t.inline;return r&&d?(e=r[1]+e,wa.exec(e)):null},parse:function(e,t,n){var r=e[2],d=r.length>1,u=d?+r:void 0,o=e[0].replace(ya,`
`).match(ba),a=!1,c=o.map(function(g,m){var p=Du.exec(g),b=p?p[0].length:0,v=new RegExp("^ {1,"+b+"}","gm"),y=g.replace(v,"").replace(Du,""),w=m===o.length-1,P=y.indexOf(`

`)!==-1,N=P||w&&a;a=N;var Q=n.inline,Gt=n._list;n._list=!0;var U;N?(n.inline=!1,U=y.replace(Lu,`

`)):(n.inline=!0,U=y.replace(Lu,""));var js=t(U,n);return n.inline=Q,n._list=Gt,js});return{ordered:d,start:u,items:c}},html:function(e,t,n){var r=e.items.map(function(o){return T("li",t(o,n))}).join(""),d=e.ordered?"ol":"ul",u={start:e.start};return T(d,r,u)}},def:{order:_++,match:K(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,n){var r=e[1].replace(/\s+/g," ").toLowerCase(),d=e[2],u=e[3];return n._refs&&n._refs[r]&&n._refs[r].forEach(function(o){o.target=d,o.title=u}),n._defs=n._defs||{},n._defs[r]={target:d,title:u},{def:r,target:d,title:u}},html:function(){return""}},table:{order:_++,match:K(hn.TABLE_REGEX),parse:hn.parseTable,html:function(e,t,n){var r=function(c){return e.align[c]==null?"":"text-align:"+e.align[c]+";"},d=e.header.map(function(c,g){return T("th",t(c,n),{style:r(g),scope:"col"})}).join(""),u=e.cells.map(function(c){var g=c.map(function(m,p){return T("td",t(m,n),{style:r(p)})}).join("");return T("tr",g)}).join(""),o=T("thead",T("tr",d)),a=T("tbody",u);return T("table",o+a)}},newline:{order:_++,match:K(/^(?:\n *)*\n/),parse:br,html:function(e,t,n){return`
`}},paragraph:{order:_++,match:K(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:mn,html:function(e,t,n){var r={class:"paragraph"};return T("div",t(e.content,n),r)}},escape:{order:_++,match:H(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,n){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:_++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:_++,match:H(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:_++,match:H(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,n){var r=e[1],d=e[1];return _a.test(d)||(d="mailto:"+d),{type:"link",content:[{type:"text",content:r}],target:d}},html:null},url:{order:_++,match:H(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:_++,match:H(new RegExp("^\\[("+gn+")\\]\\("+Ou+"\\)")),parse:function(e,t,n){var r={content:t(e[1],n),target:wr(e[2]),title:e[3]};return r},html:function(e,t,n){var r={href:yr(e.target),title:e.title};return T("a",t(e.content,n),r)}},image:{order:_++,match:H(new RegExp("^!\\[("+gn+")\\]\\("+Ou+"\\)")),parse:function(e,t,n){var r={alt:e[1],target:wr(e[2]),title:e[3]};return r},html:function(e,t,n){var r={src:yr(e.target),alt:e.alt,title:e.title};return T("img","",r,!1)}},reflink:{order:_++,match:H(new RegExp("^\\[("+gn+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return Iu(e,n,{type:"link",content:t(e[1],n)})},html:null},refimage:{order:_++,match:H(new RegExp("^!\\[("+gn+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return Iu(e,n,{type:"image",alt:e[1]})},html:null},em:{order:_,match:H(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,n){return{content:t(e[2]||e[1],n)}},html:function(e,t,n){return T("em",t(e.content,n))}},strong:{order:_,match:H(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:mn,html:function(e,t,n){return T("strong",t(e.content,n))}},u:{order:_++,match:H(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:mn,html:function(e,t,n){return T("u",t(e.content,n))}},del:{order:_++,match:H(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:mn,html:function(e,t,n){return T("del",t(e.content,n))}},inlineCode:{order:_++,match:H(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,n){return{content:e[2].replace($a,"$1")}},html:function(e,t,n){return T("code",Pe(e.content))}},br:{order:_++,match:$r(/^ {2,}\n/),parse:br,html:function(e,t,n){return"<br>"}},text:{order:_++,match:$r(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,n){return{content:e[0]}},html:function(e,t,n){return Pe(e.content)}}},ka=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var n=function(r,d,u){return e[r.type][t](r,d,u)};return n},Ea=function(e){var t=function(n,r){return r=r||{},Array.isArray(n)?n.map(function(d){return t(d,r)}).join(""):e(n,t,r)};return t},Uu=function(e,t,n={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var r,d=e.Array||$n.Array,u=d[t];if(!u)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var o=u,a=function(g,m){return m=m||r,r=m,Array.isArray(g)?o(g,a,m):e[g.type][t](g,a,m)},c=function(g,m){return r=Bu(m,n),a(g,r)};return c},yn=ju($n),Fu=function(e,t){return t=t||{},t.inline=!1,yn(e,t)},Ma=function(e,t){return t=t||{},t.inline=!0,yn(e,t)},Pu=function(e,t){var n=qu.test(e);return t=t||{},t.inline=!n,yn(e,t)},Gu=Uu($n,"html"),Ta=function(e,t){return Gu(Fu(e,t),t)},Aa={defaultRules:$n,parserFor:ju,outputFor:Uu,inlineRegex:H,blockRegex:K,anyScopeRegex:$r,parseInline:vn,parseBlock:va,markdownToHtml:Ta,defaultBlockParse:Fu,defaultInlineParse:Ma,defaultImplicitParse:Pu,defaultHtmlOutput:Gu,preprocess:Nu,sanitizeText:Pe,sanitizeUrl:yr,unescapeUrl:wr,htmlTag:T,defaultRawParse:yn,ruleOutput:ka,htmlFor:Ea,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),Pu.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};xr.default=Aa});var S=k($=>{"use strict";Object.defineProperty($,"__esModule",{value:!0});$.GuildNavigationRegex=$.SlashCommandRegex=$.SubtextRegex=$.HeadingRegex=$.TimestampRegex=$.TextRegex=$.StrikeThroughRegex=$.SpoilerRegex=$.EmoticonRegex=$.CodeBlockRegex=$.BlockQuoteRegex=$.HereRegex=$.EveryoneRegex=$.UserMentionRegex=$.RoleMentionRegex=$.EmojiRegex=$.ChannelMentionRegex=void 0;$.ChannelMentionRegex=/^<#(\d{17,20})>/;$.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;$.RoleMentionRegex=/^<@&(\d{17,20})>/;$.UserMentionRegex=/^<@!?(\d{17,20})>/;$.EveryoneRegex=/^@everyone/;$.HereRegex=/^@here/;$.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;$.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;$.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;$.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;$.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;$.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;$.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;$.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;$.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;$.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;$.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var Vu=k(Ne=>{"use strict";var Sa=Ne&&Ne.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ne,"__esModule",{value:!0});Ne.guildNavigation=void 0;var Ca=Sa(M()),Ra=S();Ne.guildNavigation={order:Ca.default.defaultRules.strong.order,match:e=>Ra.GuildNavigationRegex.exec(e),parse:function(e){var t,n,r;let d=(t=e[2])!==null&&t!==void 0?t:e[3];if(d==="linked-roles"){let u=(r=(n=e[4])===null||n===void 0?void 0:n.slice(1))!==null&&r!==void 0?r:null;return{id:e[1],navigation:d,roleId:u}}else return{id:e[1],navigation:d}}}});var Ku=k(Be=>{"use strict";var Da=Be&&Be.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Be,"__esModule",{value:!0});Be.slashCommand=void 0;var La=Da(M()),Oa=S();Be.slashCommand={order:La.default.defaultRules.strong.order,match:e=>Oa.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),n={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(n.subcommand=t[1]),t.length===3&&(n.subcommandGroup=t[1],n.subcommand=t[2]),n}}});var zu=k(je=>{"use strict";var Ia=je&&je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(je,"__esModule",{value:!0});je.everyone=void 0;var Pa=Ia(M()),Na=S();je.everyone={order:Pa.default.defaultRules.strong.order,match:e=>Na.EveryoneRegex.exec(e),parse:function(){return{}}}});var Wu=k(wn=>{"use strict";Object.defineProperty(wn,"__esModule",{value:!0});wn.TwemojiRegex=void 0;wn.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var Qu=k(He=>{"use strict";var Ba=He&&He.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(He,"__esModule",{value:!0});He.twemoji=void 0;var ja=Ba(M()),Ha=Wu();He.twemoji={order:ja.default.defaultRules.strong.order,match:e=>Ha.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var Yu=k(qe=>{"use strict";var qa=qe&&qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(qe,"__esModule",{value:!0});qe.channel=void 0;var Ua=qa(M()),Fa=S();qe.channel={order:Ua.default.defaultRules.strong.order,match:e=>Fa.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Xu=k(Ue=>{"use strict";var Ga=Ue&&Ue.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.timestamp=void 0;var Va=Ga(M()),Ka=S();Ue.timestamp={order:Va.default.defaultRules.strong.order,match:e=>Ka.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var Y=k(xn=>{"use strict";Object.defineProperty(xn,"__esModule",{value:!0});xn.extend=void 0;var za=(e,t)=>Object.assign({},t,e);xn.extend=za});var Zu=k(Fe=>{"use strict";var Wa=Fe&&Fe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Fe,"__esModule",{value:!0});Fe.blockQuote=void 0;var Qa=Wa(M()),Ya=Y(),Xa=S();Fe.blockQuote=(0,Ya.extend)({match:function(e,t,n){return!/^$|\n *$/.test(n)||t.inQuote?null:Xa.BlockQuoteRegex.exec(e)},parse:function(e,t,n){let r=e[0],u=!!/^ *>>> ?/.exec(r)?/^ *>>> ?/:/^ *> ?/gm,o=r.replace(u,"");return{content:t(o,Object.assign({},n,{inQuote:!0})),type:"blockQuote"}}},Qa.default.defaultRules.blockQuote)});var ei=k(Ge=>{"use strict";var Za=Ge&&Ge.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ge,"__esModule",{value:!0});Ge.strikethrough=void 0;var Ju=Za(M()),Ja=Y(),el=S();Ge.strikethrough=(0,Ja.extend)({match:Ju.default.inlineRegex(el.StrikeThroughRegex)},Ju.default.defaultRules.del)});var ni=k(Ve=>{"use strict";var tl=Ve&&Ve.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ve,"__esModule",{value:!0});Ve.codeBlock=void 0;var ti=tl(M()),nl=Y(),rl=S();Ve.codeBlock=(0,nl.extend)({match:ti.default.inlineRegex(rl.CodeBlockRegex),parse:function(e,t,n){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:n.inQuote||!1}}},ti.default.defaultRules.codeBlock)});var ri=k(Ke=>{"use strict";var dl=Ke&&Ke.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ke,"__esModule",{value:!0});Ke.emoji=void 0;var ul=dl(M()),il=S();Ke.emoji={order:ul.default.defaultRules.strong.order,match:e=>il.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var di=k(ze=>{"use strict";var sl=ze&&ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ze,"__esModule",{value:!0});ze.role=void 0;var ol=sl(M()),al=S();ze.role={order:ol.default.defaultRules.strong.order,match:e=>al.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var ui=k(We=>{"use strict";var ll=We&&We.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(We,"__esModule",{value:!0});We.autolink=void 0;var cl=ll(M()),fl=Y();We.autolink=(0,fl.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},cl.default.defaultRules.autolink)});var ii=k(Qe=>{"use strict";var pl=Qe&&Qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Qe,"__esModule",{value:!0});Qe.here=void 0;var ml=pl(M()),hl=S();Qe.here={order:ml.default.defaultRules.strong.order,match:e=>hl.HereRegex.exec(e),parse:function(){return{}}}});var si=k(Ye=>{"use strict";var gl=Ye&&Ye.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ye,"__esModule",{value:!0});Ye.emoticon=void 0;var vl=gl(M()),bl=S();Ye.emoticon={order:vl.default.defaultRules.text.order,match:e=>bl.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var oi=k(Xe=>{"use strict";var $l=Xe&&Xe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Xe,"__esModule",{value:!0});Xe.user=void 0;var yl=$l(M()),wl=S();Xe.user={order:yl.default.defaultRules.strong.order,match:e=>wl.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var ai=k(_n=>{"use strict";Object.defineProperty(_n,"__esModule",{value:!0});_n.spoiler=void 0;var xl=S();_n.spoiler={order:0,match:e=>xl.SpoilerRegex.exec(e),parse:function(e,t,n){return{content:t(e[1],n)}}}});var li=k(Ze=>{"use strict";var _l=Ze&&Ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ze,"__esModule",{value:!0});Ze.heading=void 0;var kl=_l(M()),El=Y(),Ml=S();Ze.heading=(0,El.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?Ml.HeadingRegex.exec(e):null}},kl.default.defaultRules.heading)});var ci=k(Je=>{"use strict";var Tl=Je&&Je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Je,"__esModule",{value:!0});Je.subtext=void 0;var Al=Tl(M()),Sl=S();Je.subtext={order:Al.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?Sl.SubtextRegex.exec(e):null},parse:function(e,t,n){return{content:t(e[1],n)}}}});var fi=k(et=>{"use strict";var Cl=et&&et.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(et,"__esModule",{value:!0});et.text=void 0;var Rl=Cl(M()),Dl=Y(),Ll=S();et.text=(0,Dl.extend)({match:e=>Ll.TextRegex.exec(e)},Rl.default.defaultRules.text)});var pi=k(tt=>{"use strict";var Ol=tt&&tt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(tt,"__esModule",{value:!0});tt.url=void 0;var Il=Ol(M()),Pl=Y();tt.url=(0,Pl.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Il.default.defaultRules.url)});var hi=k(nt=>{"use strict";var Nl=nt&&nt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(nt,"__esModule",{value:!0});nt.em=void 0;var Bl=Y(),mi=Nl(M());nt.em=(0,Bl.extend)({parse:function(e,t,n){let r=mi.default.defaultRules.em.parse(e,t,Object.assign({},n,{inEmphasis:!0}));return n.inEmphasis?r.content:r}},mi.default.defaultRules.em)});var vi=k(rt=>{"use strict";var jl=rt&&rt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(rt,"__esModule",{value:!0});rt.br=void 0;var gi=jl(M()),Hl=Y();rt.br=(0,Hl.extend)({match:gi.default.anyScopeRegex(/^\n/)},gi.default.defaultRules.br)});var $i=k(I=>{"use strict";var ql=I&&I.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(I,"__esModule",{value:!0});I.rulesExtended=I.rules=I.SimpleMarkdown=void 0;I.parse=bi;var oe=ql(M());I.SimpleMarkdown=oe.default;var Ul=Vu(),Fl=Ku(),Gl=zu(),Vl=Qu(),Kl=Yu(),zl=Xu(),Wl=Zu(),Ql=ei(),Yl=ni(),Xl=ri(),Zl=di(),Jl=ui(),ec=ii(),tc=si(),nc=oi(),rc=ai(),dc=li(),uc=ci(),ic=fi(),sc=pi(),oc=hi(),ac=vi();I.rules={blockQuote:Wl.blockQuote,codeBlock:Yl.codeBlock,newline:oe.default.defaultRules.newline,escape:oe.default.defaultRules.escape,autolink:Jl.autolink,url:sc.url,em:oc.em,strong:oe.default.defaultRules.strong,underline:oe.default.defaultRules.u,strikethrough:Ql.strikethrough,inlineCode:oe.default.defaultRules.inlineCode,text:ic.text,emoticon:tc.emoticon,br:ac.br,spoiler:rc.spoiler,heading:dc.heading,subtext:uc.subtext,user:nc.user,channel:Kl.channel,role:Zl.role,emoji:Xl.emoji,everyone:Gl.everyone,here:ec.here,twemoji:Vl.twemoji,timestamp:zl.timestamp,slashCommand:Fl.slashCommand,guildNavigation:Ul.guildNavigation};I.rulesExtended=Object.assign(Object.assign({},I.rules),{link:oe.default.defaultRules.link});var lc=oe.default.parserFor(I.rules),cc=oe.default.parserFor(I.rulesExtended);function bi(e,t="normal"){return t==="normal"?lc(e,{inline:!0}):cc(e,{inline:!0})}I.default=bi});var Kn=globalThis,Kr=e=>e,Vt=Kn.trustedTypes,zr=Vt?Vt.createPolicy("lit-html",{createHTML:e=>e}):void 0,zn="$lit$",te=`lit$${Math.random().toFixed(9).slice(2)}$`,Wn="?"+te,zs=`<${Wn}>`,be=document,gt=()=>be.createComment(""),vt=e=>e===null||typeof e!="object"&&typeof e!="function",Qn=Array.isArray,Jr=e=>Qn(e)||typeof e?.[Symbol.iterator]=="function",Vn=`[ 	
\f\r]`,ht=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Wr=/-->/g,Qr=/>/g,ge=RegExp(`>|${Vn}(?:([^\\s"'>=/]+)(${Vn}*=${Vn}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Yr=/'/g,Xr=/"/g,ed=/^(?:script|style|textarea|title)$/i,Yn=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),s=Yn(1),$t=Yn(2),Zf=Yn(3),C=Symbol.for("lit-noChange"),l=Symbol.for("lit-nothing"),Zr=new WeakMap,ve=be.createTreeWalker(be,129);function td(e,t){if(!Qn(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return zr!==void 0?zr.createHTML(t):t}var nd=(e,t)=>{let n=e.length-1,r=[],d,u=t===2?"<svg>":t===3?"<math>":"",o=ht;for(let a=0;a<n;a++){let c=e[a],g,m,p=-1,b=0;for(;b<c.length&&(o.lastIndex=b,m=o.exec(c),m!==null);)b=o.lastIndex,o===ht?m[1]==="!--"?o=Wr:m[1]!==void 0?o=Qr:m[2]!==void 0?(ed.test(m[2])&&(d=RegExp("</"+m[2],"g")),o=ge):m[3]!==void 0&&(o=ge):o===ge?m[0]===">"?(o=d??ht,p=-1):m[1]===void 0?p=-2:(p=o.lastIndex-m[2].length,g=m[1],o=m[3]===void 0?ge:m[3]==='"'?Xr:Yr):o===Xr||o===Yr?o=ge:o===Wr||o===Qr?o=ht:(o=ge,d=void 0);let v=o===ge&&e[a+1].startsWith("/>")?" ":"";u+=o===ht?c+zs:p>=0?(r.push(g),c.slice(0,p)+zn+c.slice(p)+te+v):c+te+(p===-2?a:v)}return[td(e,u+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},bt=class e{constructor({strings:t,_$litType$:n},r){let d;this.parts=[];let u=0,o=0,a=t.length-1,c=this.parts,[g,m]=nd(t,n);if(this.el=e.createElement(g,r),ve.currentNode=this.el.content,n===2||n===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(d=ve.nextNode())!==null&&c.length<a;){if(d.nodeType===1){if(d.hasAttributes())for(let p of d.getAttributeNames())if(p.endsWith(zn)){let b=m[o++],v=d.getAttribute(p).split(te),y=/([.?@])?(.*)/.exec(b);c.push({type:1,index:u,name:y[2],strings:v,ctor:y[1]==="."?zt:y[1]==="?"?Wt:y[1]==="@"?Qt:ye}),d.removeAttribute(p)}else p.startsWith(te)&&(c.push({type:6,index:u}),d.removeAttribute(p));if(ed.test(d.tagName)){let p=d.textContent.split(te),b=p.length-1;if(b>0){d.textContent=Vt?Vt.emptyScript:"";for(let v=0;v<b;v++)d.append(p[v],gt()),ve.nextNode(),c.push({type:2,index:++u});d.append(p[b],gt())}}}else if(d.nodeType===8)if(d.data===Wn)c.push({type:2,index:u});else{let p=-1;for(;(p=d.data.indexOf(te,p+1))!==-1;)c.push({type:7,index:u}),p+=te.length-1}u++}}static createElement(t,n){let r=be.createElement("template");return r.innerHTML=t,r}};function $e(e,t,n=e,r){if(t===C)return t;let d=r!==void 0?n._$Co?.[r]:n._$Cl,u=vt(t)?void 0:t._$litDirective$;return d?.constructor!==u&&(d?._$AO?.(!1),u===void 0?d=void 0:(d=new u(e),d._$AT(e,n,r)),r!==void 0?(n._$Co??=[])[r]=d:n._$Cl=d),d!==void 0&&(t=$e(e,d._$AS(e,t.values),d,r)),t}var Kt=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:r}=this._$AD,d=(t?.creationScope??be).importNode(n,!0);ve.currentNode=d;let u=ve.nextNode(),o=0,a=0,c=r[0];for(;c!==void 0;){if(o===c.index){let g;c.type===2?g=new Ce(u,u.nextSibling,this,t):c.type===1?g=new c.ctor(u,c.name,c.strings,this,t):c.type===6&&(g=new Yt(u,this,t)),this._$AV.push(g),c=r[++a]}o!==c?.index&&(u=ve.nextNode(),o++)}return ve.currentNode=be,d}p(t){let n=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,n),n+=r.strings.length-2):r._$AI(t[n])),n++}},Ce=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,r,d){this.type=2,this._$AH=l,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=r,this.options=d,this._$Cv=d?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=$e(this,t,n),vt(t)?t===l||t==null||t===""?(this._$AH!==l&&this._$AR(),this._$AH=l):t!==this._$AH&&t!==C&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Jr(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==l&&vt(this._$AH)?this._$AA.nextSibling.data=t:this.T(be.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:r}=t,d=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=bt.createElement(td(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===d)this._$AH.p(n);else{let u=new Kt(d,this),o=u.u(this.options);u.p(n),this.T(o),this._$AH=u}}_$AC(t){let n=Zr.get(t.strings);return n===void 0&&Zr.set(t.strings,n=new bt(t)),n}k(t){Qn(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,d=0;for(let u of t)d===n.length?n.push(r=new e(this.O(gt()),this.O(gt()),this,this.options)):r=n[d],r._$AI(u),d++;d<n.length&&(this._$AR(r&&r._$AB.nextSibling,d),n.length=d)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let r=Kr(t).nextSibling;Kr(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ye=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,r,d,u){this.type=1,this._$AH=l,this._$AN=void 0,this.element=t,this.name=n,this._$AM=d,this.options=u,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=l}_$AI(t,n=this,r,d){let u=this.strings,o=!1;if(u===void 0)t=$e(this,t,n,0),o=!vt(t)||t!==this._$AH&&t!==C,o&&(this._$AH=t);else{let a=t,c,g;for(t=u[0],c=0;c<u.length-1;c++)g=$e(this,a[r+c],n,c),g===C&&(g=this._$AH[c]),o||=!vt(g)||g!==this._$AH[c],g===l?t=l:t!==l&&(t+=(g??"")+u[c+1]),this._$AH[c]=g}o&&!d&&this.j(t)}j(t){t===l?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},zt=class extends ye{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===l?void 0:t}},Wt=class extends ye{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==l)}},Qt=class extends ye{constructor(t,n,r,d,u){super(t,n,r,d,u),this.type=5}_$AI(t,n=this){if((t=$e(this,t,n,0)??l)===C)return;let r=this._$AH,d=t===l&&r!==l||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,u=t!==l&&(r===l||d);d&&this.element.removeEventListener(this.name,this,r),u&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Yt=class{constructor(t,n,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){$e(this,t)}},rd={M:zn,P:te,A:Wn,C:1,L:nd,R:Kt,D:Jr,V:$e,I:Ce,H:ye,N:Wt,U:Qt,B:zt,F:Yt},Ws=Kn.litHtmlPolyfillSupport;Ws?.(bt,Ce),(Kn.litHtmlVersions??=[]).push("3.3.3");var Xt=(e,t,n)=>{let r=n?.renderBefore??t,d=r._$litPart$;if(d===void 0){let u=n?.renderBefore??null;r._$litPart$=d=new Ce(t.insertBefore(gt(),u),u,void 0,n??{})}return d._$AI(e),d};var ne=class extends Error{},Xn=new URLSearchParams(location.search).get("as"),dd=Xn&&/^\d+$/.test(Xn)?`?as=${Xn}`:"";async function A(e,t,n=[]){let r={};if(t&&n.length){let o=new FormData;o.append("payload",JSON.stringify(t));for(let[a,c]of n)o.append(a,c,c.name);r={method:"POST",body:o}}else t&&(r={method:"POST",body:JSON.stringify(t),headers:{"Content-Type":"application/json"}});let d;try{d=await fetch(`/api${e}${dd}`,r)}catch{throw new ne("The playground has stopped. Start it again in the console.")}if(d.status===413)throw new ne("These files are too large together.");let u=await d.json().catch(()=>null);if(!d.ok)throw new ne(u?.message??"That did not work. The console says more.");if(u?.refused)throw new ne(u.refused);return u}var x={state:()=>A("/state"),messages:e=>A(`/channels/${e}/messages`),commands:e=>A(`/channels/${e}/commands`),send:(e,t,n,r)=>A(`/channels/${e}/messages`,{content:t,reply_to:r??null},n.map((d,u)=>[`files[${u}]`,d])),voice:(e,t,n,r)=>A(`/channels/${e}/voice`,{duration_secs:n,waveform:r},[["files[0]",t]]),typing:e=>A(`/channels/${e}/typing`,{}),forward:(e,t)=>A(`/messages/${e}/forward`,{channel:t}),sample:e=>A("/samples",{kind:e}),clock:e=>A("/clock",e),slash:(e,t,n,r)=>A(`/channels/${e}/slash`,{path:t,options:n},r.map(([d,u])=>[`option:${d}`,u])),autocomplete:(e,t,n,r)=>A(`/channels/${e}/autocomplete`,{path:t,options:n,focused:r}),press:(e,t)=>A(`/messages/${e}/press`,{custom_id:t}),select:(e,t,n)=>A(`/messages/${e}/select`,{custom_id:t,values:n}),dismiss:e=>A(`/messages/${e}/dismiss`,{}),react:(e,t,n)=>A(`/messages/${e}/react`,{emoji:t,remove:n}),edit:(e,t)=>A(`/messages/${e}/edit`,{content:t}),delete:e=>A(`/messages/${e}/delete`,{}),menu:(e,t)=>A(`/messages/${e}/menu`,{name:t}),troubles:()=>A("/trouble"),trouble:e=>A("/trouble",{kind:e}),submit:(e,t,n)=>A(`/modals/${e}`,{values:t},n.map(([r,d])=>[`field:${r}`,d]))};function ud(e,t,n){let r=500,d=()=>{let u=new WebSocket(`ws://${location.host}/api/live${dd}`);u.onmessage=o=>{let a=JSON.parse(o.data);a.t==="HELLO"&&(r=500,t()),e(a)},u.onclose=()=>{n(),setTimeout(d,r),r=Math.min(r*2,8e3)}};d()}function id(e){let t=[],n=(r,d,u)=>{let o=u.filter(a=>a.type===1||a.type===2);o.length||t.push({path:r,description:d,options:u});for(let a of o)n(`${r} ${a.name}`,a.description,a.options??[])};for(let r of e)(r.type??1)===1&&n(r.name,r.description,r.options??[]);return t.sort((r,d)=>r.path.localeCompare(d.path))}function sd(e,t){let n=t.trim().toLowerCase(),r=e.filter(u=>u.path.startsWith(n)),d=e.filter(u=>!u.path.startsWith(n)&&u.path.includes(n));return[...r,...d]}function Zt(e){let t=e.options.filter(n=>n.required).map(n=>n.name);return{entry:e,chips:t,values:{}}}function re(e,t){return e.options.find(n=>n.name===t)}function Jt(e){return e.entry.options.filter(t=>!e.chips.includes(t.name))}function Zn(e,t){let n=t.filter(m=>e.startsWith(`/${m.path} `)).sort((m,p)=>p.path.length-m.path.length)[0];if(!n)return null;let r=Zt(n),d=e.slice(n.path.length+2),u=n.options.map(m=>m.name.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")),o=u.length?[...d.matchAll(new RegExp(`(?:^|\\s)(${u.join("|")}):\\s?`,"gu"))]:[],a=(m,p)=>{r.chips.includes(m)||r.chips.push(m),r.values[m]={text:p.trim()}},c=d.slice(0,o[0]?.index??d.length).trim(),g=r.chips[0]??n.options[0]?.name;return c&&g&&a(g,c),o.forEach((m,p)=>{a(m[1],d.slice(m.index+m[0].length,o[p+1]?.index??d.length))}),r}function Jn(e,t){let n=t?.text.trim()??"";if(e.type===11)return t?.file||!e.required?null:"Choose a file.";if(!n&&t?.picked===void 0)return e.required?"This option is required. Specify a value.":"Give it a value, or remove it.";if(t?.picked!==void 0)return null;if(e.choices?.length||e.type===5||e.type>=6&&e.type<=9)return"Pick one from the list.";if(e.type===4&&!/^[+-]?\d+$/.test(n))return"Write a whole number.";if(e.type===10&&!Number.isFinite(Number(n)))return"Write a number.";if(e.type===4||e.type===10){if(e.min_value!==void 0&&Number(n)<e.min_value)return`The least is ${e.min_value}.`;if(e.max_value!==void 0&&Number(n)>e.max_value)return`The most is ${e.max_value}.`}return e.min_length&&n.length<e.min_length?`Write at least ${e.min_length} characters.`:e.max_length&&n.length>e.max_length?`Write at most ${e.max_length} characters.`:null}function od(e,t){if(t.picked!==void 0)return t.picked;let n=t.text.trim();return e.type===4||e.type===10?Number(n):n}var ad={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}},ld=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]],en=new Set,Qs=new Intl.RelativeTimeFormat("en",{numeric:"always"}),cd=0,ae=()=>Date.now()+cd;function fd(e){cd=e*1e3,en.forEach(t=>t.refresh())}function R(e,t){if(Number.isNaN(e.getTime()))return"Invalid date";if(t!=="R")return new Intl.DateTimeFormat(void 0,ad[t]??ad.f).format(e);let n=Math.round((e.getTime()-ae())/1e3),[r,d]=ld.find(([,u])=>Math.abs(n)>=u)??["second",1];return Qs.format(Math.trunc(n/d),r)}function pd(e){let t=[],n=Math.round(e/60)*60;for(let[r,d]of ld.slice(2)){let u=Math.floor(n/d);if(u&&t.push(`${u} ${r}${u===1?"":"s"}`),n-=u*d,t.length===2)break}return t.join(" ")||"less than a minute"}function tr(e){let t=new Date(e),n=new Date(ae());return t.toDateString()===n.toDateString()?R(t,"t"):`${R(t,"d")}, ${R(t,"t")}`}setInterval(()=>en.forEach(e=>e.refresh()),1e3);var er=class extends HTMLElement{static observedAttributes=["unix","format"];connectedCallback(){this.format==="R"&&en.add(this),this.refresh()}disconnectedCallback(){en.delete(this)}attributeChangedCallback(){this.isConnected&&this.refresh()}get format(){return this.getAttribute("format")||"f"}refresh(){let t=new Date(Number(this.getAttribute("unix"))*1e3),n=R(t,this.format);this.textContent!==n&&(this.textContent=n),this.title=R(t,"F")}};customElements.define("ink-time",er);var i={me:"",bot:"",owner:"",users:new Map,roles:[],guildName:"",channels:[],current:"",messages:new Map,entries:new Map,drafts:new Map,pending:[],unread:new Set,typing:new Map,status:{phase:"starting",detail:""},log:[],busy:new Set,failures:new Map,online:!0,loaded:!1,modal:null,modalError:"",modalBusy:!1,picture:null,sheet:null,editing:"",menus:new Map,toasts:[],drawer:"",membersShown:!0,logShown:!1,trouble:{},panel:"",offset:0,samples:[],guideShown:!1},md=9500,vd=()=>{};function bd(e){vd=e}function f(){vd()}function Re(e){i.panel=i.panel===e?"":e,f()}var E=(e=i.current)=>{let t=i.drafts.get(e);return t||i.drafts.set(e,t={text:"",files:[],reply:null,slash:null}),t},de=()=>i.channels.find(e=>e.id===i.current),ue=()=>i.entries.get(i.current)??[],$d=()=>i.menus.get(i.current)??[];function xe(e){let t=((e.flags??0)&64)!==0,n=e.author.id===i.me,r=!t&&((e.flags??0)&128)===0;return{answer:r,use:r,edit:r&&n&&!e.message_snapshots&&!((e.flags??0)&8192),dismiss:t,forward:r&&!e.message_snapshots,delete:!t&&(n||!!de()?.moderates)}}var xt={user:e=>i.users.get(e)?.name,channel:e=>i.channels.find(t=>t.id===e)?.name,role:e=>i.roles.find(t=>t.id===e)?.name},F=e=>`${e.kind==="dm"?"@":"#"}${e.name}`,De=e=>i.users.get(e.id)??{id:e.id,name:e.global_name||e.username,bot:!!e.bot,roles:[]},Ys=0;function B(e,t=!1){let n=++Ys;i.toasts=[...i.toasts.filter(r=>r.text!==e),{id:n,text:e,good:t}],setTimeout(()=>{i.toasts=i.toasts.filter(r=>r.id!==n),f()},t?4e3:8e3),f()}async function D(e){try{return await e}catch(t){B(t instanceof ne?t.message:"Something went wrong in the page."),t instanceof ne||console.error(t);return}}var yt=new Map,nr=new Map;function nn(e,t){let n=yt.get(e);n?t(n):nr.set(e,t)}function Xs(e,t){yt.set(e,t),yt.size>500&&yt.delete(yt.keys().next().value),nr.get(e)?.(t),nr.delete(e)}async function ie(e){i.current=e,i.unread.delete(e),i.drawer="",f(),await yd(e)}async function yd(e){await D((async()=>{let[t,n]=await Promise.all([x.messages(e),x.commands(e)]);i.messages.set(e,t),wd(e,n),i.loaded=!0,f()})())}function wd(e,t){i.entries.set(e,id(t)),i.menus.set(e,t.filter(n=>n.type===3).map(n=>n.name))}async function Zs(){let e=i.current;e&&wd(e,await x.commands(e).catch(()=>[])),f()}async function xd(){let e=await x.state();_d(e),Object.assign(i,{status:e.status,log:e.log}),i.current=e.channels[0].id,ud(eo,()=>{i.online=!0,yd(i.current)},()=>{i.online=!1,f()}),f()}function _d(e){let{me:t,bot:n,owner:r,roles:d,channels:u,guild:o}=e;Object.assign(i,{me:t,bot:n,owner:r,roles:d,channels:u,guildName:o.name}),i.users=new Map(e.users.map(a=>[a.id,a])),i.samples=e.samples??[],kd(e.offset??0)}var hd;function Js(){clearTimeout(hd),hd=setTimeout(()=>{x.state().then(_d).catch(()=>{}).then(f)},150)}function kd(e){i.offset=e,fd(e)}function eo({t:e,d:t}){switch(e){case"MESSAGE_CREATE":to(t);break;case"MESSAGE_UPDATE":{let{reactions:n,...r}=t;wt(r);break}case"MESSAGE_DELETE":dr(t.channel_id,t.id);break;case"MESSAGE_REACTION_ADD":gd(t,1);break;case"MESSAGE_REACTION_REMOVE":gd(t,-1);break;case"MESSAGE_REACTION_REMOVE_ALL":wt({id:t.message_id,channel_id:t.channel_id,reactions:[]});break;case"TYPING_START":t.user_id!==i.me&&no(t.channel_id,t.user_id);break;case"INTERACTION_ACK":t.state!=="pending"&&Xs(String(t.id),t.state);break;case"MODAL_OPEN":Object.assign(i,{modal:{...t,id:String(t.id)},modalError:"",modalBusy:!1});break;case"HELLO":i.status=t.status;break;case"BOT_STATUS":t.phase!==i.status.phase&&(t.phase==="ready"||t.phase==="loading")&&Zs(),i.status=t;break;case"BOT_LOG":i.log=[...i.log.slice(-299),t.line];break;case"CLOCK":kd(t.offset);break;default:/^(CHANNEL|GUILD_MEMBER|GUILD_ROLE)_/.test(e)&&Js()}f()}function to(e){let t=i.messages.get(e.channel_id)??[];if(i.typing.get(e.channel_id)?.delete(e.author.id),t.some(n=>n.id===e.id))return wt(e);i.messages.has(e.channel_id)&&i.messages.set(e.channel_id,[...t,e]),e.channel_id!==i.current&&i.unread.add(e.channel_id)}function wt(e){let t=i.messages.get(e.channel_id);t&&i.messages.set(e.channel_id,t.map(n=>n.id===e.id?{...n,...e}:n))}function dr(e,t){let n=i.messages.get(e);n&&i.messages.set(e,n.filter(r=>r.id!==t))}function _t(e){for(let t of i.messages.values()){let n=t.find(r=>r.id===e);if(n)return wt({...n})}}function gd(e,t){let n=i.messages.get(e.channel_id)?.find(o=>o.id===e.message_id);if(!n)return;let r=e.user_id===i.me,d=o=>(o.id??o.name)===(e.emoji.id??e.emoji.name),u=(n.reactions??[]).map(o=>d(o.emoji)?{...o,count:o.count+t,me:r?t>0:o.me}:o);t>0&&!u.some(o=>d(o.emoji))&&u.push({emoji:e.emoji,count:1,me:r}),wt({...n,reactions:u.filter(o=>o.count>0)})}function no(e,t){let n=i.typing.get(e)??new Map;i.typing.set(e,n.set(t,Date.now()+md)),setTimeout(f,md+100)}var Ed=()=>[...i.typing.get(i.current)??[]].filter(([,e])=>e>Date.now()).map(([e])=>xt.user(e)??"Someone");var ro=new Set([440786851,408125543,524531317,374648427,174,160]),uo=2,io=4,so=50;function ur(e,t,n){let r=e[t]??0,d=Math.clz32(r)-23,u=n?r:r&255>>d,o=(r|255<<8-d&255)===255;for(let a=1;a<d;a+=1)u=u*256+(e[t+a]??0),o&&=e[t+a]===255;return{value:u,length:d,unknown:o}}function oo(e){let t={head:new Uint8Array,packets:[]};for(let n=0;n<e.length;){let r=ur(e,n,!0),d=ur(e,n+r.length,!1);if(n+=r.length+d.length,ro.has(r.value))continue;let u=d.unknown?e.length:n+d.value;r.value===25506&&(t.head=e.subarray(n,u)),(r.value===163||r.value===161)&&t.packets.push(e.subarray(n+ur(e,n,!1).length+3,u)),n=u}return t}function ao(e){let t=e[0]??0,n=t>>3,r=n<12?[10,20,40,60][n&3]:n<16?[10,20][n&1]:[2.5,5,10,20][n&3],d=[1,2,2,(e[1]??0)&63][t&3];return r*d*48}var lo=Uint32Array.from({length:256},(e,t)=>{let n=t<<24;for(let r=0;r<8;r+=1)n=n&2147483648?n<<1^79764919:n<<1;return n>>>0});function ir(e,t,n,r){let d=e.flatMap(({length:c})=>[...Array(Math.floor(c/255)).fill(255),c%255]),u=new Uint8Array(27+d.length+e.reduce((c,g)=>c+g.length,0)),o=new DataView(u.buffer);u.set([79,103,103,83,0,r]),o.setBigUint64(6,BigInt(n),!0),o.setUint32(14,1,!0),o.setUint32(18,t,!0),u[26]=d.length,u.set(d,27);let a=27+d.length;for(let c of e)u.set(c,a),a+=c.length;return o.setUint32(22,u.reduce((c,g)=>(c<<8^lo[c>>>24^g])>>>0,0),!0),u}function Md(e){let{head:t,packets:n}=oo(e);if(!n.length||new TextDecoder().decode(t.subarray(0,8))!=="OpusHead")return null;let r=new TextEncoder().encode("Inkling"),d=new Uint8Array(16+r.length);d.set(new TextEncoder().encode("OpusTags")),d[8]=r.length,d.set(r,12);let u=[ir([t],0,0,uo),ir([d],1,0,0)],o=0;for(let a=0;a<n.length;){let c=[],g=0;for(;a<n.length&&c.length<so;){let m=n[a],p=Math.floor(m.length/255)+1;if(g+p>255)break;g+=p,o+=ao(m),c.push(m),a+=1}u.push(ir(c,u.length,o,a<n.length?0:io))}return new Blob(u,{type:"audio/ogg"})}var Td=1200*1e3,co=32e3,fo=256,po=100,mo=[["audio/ogg;codecs=opus","ogg"],["audio/webm;codecs=opus","webm"],["audio/mp4","m4a"]],rn=class e{constructor(t,n,r){this.stream=t;this.recorder=n;this.ending=r;this.context.createMediaStreamSource(t).connect(this.analyser),n.ondataavailable=d=>{d.data.size&&this.chunks.push(d.data)},n.start(1e3)}stream;recorder;ending;chunks=[];context=new AudioContext;analyser=this.context.createAnalyser();frame=new Uint8Array(this.analyser.fftSize);began=performance.now();static async begin(){let t=mo.find(([r])=>globalThis.MediaRecorder?.isTypeSupported(r));if(!t||!navigator.mediaDevices)throw new Error("This browser cannot record here. Attach a recording instead.");let n;try{n=await navigator.mediaDevices.getUserMedia({audio:!0})}catch(r){throw new Error(r.name==="NotFoundError"?"No microphone was found. Attach a recording instead.":"The microphone is not allowed here. Allow it beside the address, or attach a recording instead.")}return new e(n,new MediaRecorder(n,{mimeType:t[0],audioBitsPerSecond:co}),t[1])}get milliseconds(){return performance.now()-this.began}level(){this.analyser.getByteTimeDomainData(this.frame);let t=0;for(let n of this.frame)t=Math.max(t,Math.abs(n-128));return Math.min(t/100,1)}async finish(){let t=new Promise(d=>{this.recorder.onstop=d});this.recorder.stop(),await t,this.release();let n=new Blob(this.chunks,{type:this.recorder.mimeType}),r=this.ending==="webm"?Md(new Uint8Array(await n.arrayBuffer())):null;return new File([r??n],`voice-message.${r?"ogg":this.ending}`,{type:(r??n).type})}discard(){this.recorder.state!=="inactive"&&this.recorder.stop(),this.release()}release(){for(let t of this.stream.getTracks())t.stop();this.context.close()}};async function Ad(e){let t=new AudioContext;try{let n=await t.decodeAudioData(await e.arrayBuffer());return{seconds:n.duration,waveform:ho(n.getChannelData(0),n.duration)}}finally{t.close()}}function ho(e,t){let n=Math.max(1,Math.min(fo,Math.round(t*1e3/po))),r=Array.from({length:n},(u,o)=>{let a=0,c=Math.floor((o+1)*e.length/n);for(let g=Math.floor(o*e.length/n);g<c;g+=1)a=Math.max(a,Math.abs(e[g]));return a}),d=Math.max(...r,.05);return btoa(String.fromCharCode(...r.map(u=>Math.round(u/d*255))))}var Le=e=>{let t=Math.max(0,Math.round(e));return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`};var go="This interaction failed",ar=10*1024*1024;async function lr(){let e=E(),t=i.current,n=e.text.trim();if(!n&&!e.files.length)return;if(n.length>2e3)return B(`Your message is too long: ${n.length} of 2000 characters.`);i.drafts.set(t,{text:"",files:[],reply:null,slash:null}),sr=0,f(),await D(x.send(t,n,e.files,e.reply?.id))||(i.drafts.set(t,e),f())}async function dn(e,t){let n=await Ad(t).catch(()=>null);n&&await D(x.voice(e,t,n.seconds,n.waveform))||(n||B(`${t.name} cannot be read as sound in this browser.`),cr(e,t))}function cr(e,t){E(e).files=[...E(e).files,t],f()}async function Sd(e,t){let n=i.channels.find(r=>r.id===t);await D(x.forward(e.id,t))&&n&&B(`Forwarded to ${F(n)}.`,!0)}var vo=8e3,sr=0;function Cd(){Date.now()-sr<vo||(sr=Date.now(),x.typing(i.current).catch(()=>{}))}function Rd(e){for(let t of e.chips){let n=Jn(re(e.entry,t),e.values[t]);if(n)return e.error={name:t,text:n},!1}return e.error=void 0,!0}function fr(e,t){let n={};for(let r of e.chips){let d=re(e.entry,r),u=e.values[r];r===t||d.type===11||!u||Jn(d,u)||(n[r]=od(d,u))}return n}async function un(e){let t=i.current,n=e.chips.flatMap(o=>{let a=e.values[o]?.file;return a?[[o,a]]:[]}),r=E();i.drafts.set(t,{text:"",files:[],reply:null,slash:null}),f();let d=await D(x.slash(t,e.entry.path,fr(e),n));if(!d)return i.drafts.set(t,{...r,slash:e}),f();let u={id:d.interaction,channel:t,path:e.entry.path,failed:!1};i.pending=[...i.pending,u],nn(d.interaction,o=>{i.pending=o==="done"?i.pending.filter(a=>a.id!==u.id):i.pending.map(a=>a.id===u.id?{...a,failed:!0}:a),f()}),f()}var Dd=e=>{i.pending=i.pending.filter(t=>t.id!==e),f()};async function pr(e,t,n){let r=`${e.id}:${t}`,d=o=>{i.busy.delete(r),o&&i.failures.set(e.id,o),_t(e.id),f()};i.busy.add(r),i.failures.delete(e.id),_t(e.id),f();let u=await D(n);u?nn(u.interaction,o=>d(o==="failed"?go:"")):d("")}var Ld=(e,t)=>pr(e,t,x.press(e.id,t)),Od=(e,t,n)=>pr(e,t,x.select(e.id,t,n)),Id=(e,t)=>pr(e,`menu:${t}`,x.menu(e.id,t)),sn=(e,t,n)=>D(x.react(e.id,t,n)),Pd=e=>D(x.delete(e.id));function kt(e){E().reply=e,f(),document.querySelector(".composer textarea")?.focus()}function _e(e){let t=i.editing;i.editing=e.id;for(let r of[t,e.id])_t(r);f();let n=document.querySelector(".editing textarea");n?.focus(),n?.setSelectionRange(n.value.length,n.value.length)}function on(){let e=i.editing;i.editing="",_t(e),f(),document.querySelector(".composer textarea")?.focus()}async function mr(e,t){let n=t.trim();(n===e.content||await D(x.edit(e.id,n)))&&on()}async function an(e){await D(x.dismiss(e.id))&&dr(e.channel_id,e.id),f()}async function Nd(e,t){let n=i.modal;if(!n)return;i.modalBusy=!0,i.modalError="",f();let r=d=>{i.modal===n?Object.assign(i,{modalError:d,modalBusy:!1}):B(d),f()};try{let d=await x.submit(n.id,e,t);nn(d.interaction,u=>{if(u==="failed")return r("Something went wrong. Try again.");i.modal===n&&(i.modal=null),f()})}catch(d){r(d.message)}}function Et(e){let t=E();for(let n of e)if(n.size>ar)B(`${n.name} is too large: files may have up to 10 MB.`);else if(t.files.length>=10){B("A message can carry 10 files.");break}else t.files=[...t.files,n];f()}var q={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},O=e=>(...t)=>({_$litDirective$:e,values:t}),j=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,r){this._$Ct=t,this._$AM=n,this._$Ci=r}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var ke=class extends j{constructor(t){if(super(t),this.it=l,t.type!==q.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===l||t==null)return this._t=void 0,this.it=t;if(t===C)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let n=[t];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};ke.directiveName="unsafeHTML",ke.resultType=1;var yp=O(ke);var Mt=class extends ke{};Mt.directiveName="unsafeSVG",Mt.resultType=2;var Bd=O(Mt);var jd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-arrow-down"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M12 5v14" />
  <path d="m19 12-7 7-7-7" />
</svg>
`;var Hd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-at-sign"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <circle cx="12" cy="12" r="4" />
  <path d="M16 8v5a3 3 0 0 0 6 0v-1a10 10 0 1 0-4 8" />
</svg>
`;var qd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-check"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M20 6 9 17l-5-5" />
</svg>
`;var Ud=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-clock"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <circle cx="12" cy="12" r="10" />
  <path d="M12 6v6l4 2" />
</svg>
`;var Fd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-crown"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M11.562 3.266a.5.5 0 0 1 .876 0L15.39 8.87a1 1 0 0 0 1.516.294L21.183 5.5a.5.5 0 0 1 .798.519l-2.834 10.246a1 1 0 0 1-.956.734H5.81a1 1 0 0 1-.957-.734L2.02 6.02a.5.5 0 0 1 .798-.519l4.276 3.664a1 1 0 0 0 1.516-.294z" />
  <path d="M5 21h14" />
</svg>
`;var Gd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-forward"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="m15 17 5-5-5-5" />
  <path d="M4 18v-2a4 4 0 0 1 4-4h12" />
</svg>
`;var Vd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-mic"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M12 19v3" />
  <path d="M19 10v2a7 7 0 0 1-14 0v-2" />
  <rect x="9" y="2" width="6" height="13" rx="3" />
</svg>
`;var Kd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-pause"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <rect x="14" y="3" width="5" height="18" rx="1" />
  <rect x="5" y="3" width="5" height="18" rx="1" />
</svg>
`;var zd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-play"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z" />
</svg>
`;var Wd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-volume-2"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z" />
  <path d="M16 9a5 5 0 0 1 0 6" />
  <path d="M19.364 18.364a9 9 0 0 0 0-12.728" />
</svg>
`;var Qd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-chevron-down"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="m6 9 6 6 6-6" />
</svg>
`;var Yd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-copy"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <rect width="14" height="14" x="8" y="8" rx="2" ry="2" />
  <path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2" />
</svg>
`;var Xd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-download"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M12 15V3" />
  <path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" />
  <path d="m7 10 5 5 5-5" />
</svg>
`;var Zd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-ellipsis"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <circle cx="12" cy="12" r="1" />
  <circle cx="19" cy="12" r="1" />
  <circle cx="5" cy="12" r="1" />
</svg>
`;var Jd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-external-link"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M15 3h6v6" />
  <path d="M10 14 21 3" />
  <path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6" />
</svg>
`;var eu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-eye"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0" />
  <circle cx="12" cy="12" r="3" />
</svg>
`;var tu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-file-text"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z" />
  <path d="M14 2v5a1 1 0 0 0 1 1h5" />
  <path d="M10 9H8" />
  <path d="M16 13H8" />
  <path d="M16 17H8" />
</svg>
`;var nu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-compass"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <circle cx="12" cy="12" r="10" />
  <path d="m16.24 7.76-1.804 5.411a2 2 0 0 1-1.265 1.265L7.76 16.24l1.804-5.411a2 2 0 0 1 1.265-1.265z" />
</svg>
`;var ru=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-hash"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <line x1="4" x2="20" y1="9" y2="9" />
  <line x1="4" x2="20" y1="15" y2="15" />
  <line x1="10" x2="8" y1="3" y2="21" />
  <line x1="16" x2="14" y1="3" y2="21" />
</svg>
`;var du=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-image"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <rect width="18" height="18" x="3" y="3" rx="2" ry="2" />
  <circle cx="9" cy="9" r="2" />
  <path d="m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21" />
</svg>
`;var uu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-notebook-pen"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4" />
  <path d="M2 6h4" />
  <path d="M2 10h4" />
  <path d="M2 14h4" />
  <path d="M2 18h4" />
  <path d="M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z" />
</svg>
`;var iu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-sprout"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M14 9.536V7a4 4 0 0 1 4-4h1.5a.5.5 0 0 1 .5.5V5a4 4 0 0 1-4 4 4 4 0 0 0-4 4c0 2 1 3 1 5a5 5 0 0 1-1 3" />
  <path d="M4 9a5 5 0 0 1 8 4 5 5 0 0 1-8-4" />
  <path d="M5 21h14" />
</svg>
`;var su=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-layout-grid"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <rect width="7" height="7" x="3" y="3" rx="1" />
  <rect width="7" height="7" x="14" y="3" rx="1" />
  <rect width="7" height="7" x="14" y="14" rx="1" />
  <rect width="7" height="7" x="3" y="14" rx="1" />
</svg>
`;var ou=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-cloud-alert"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M12 12v4" />
  <path d="M12 20h.01" />
  <path d="M8.128 16.949A7 7 0 1 1 15.71 8h1.79a1 1 0 0 1 0 9h-1.642" />
</svg>
`;var au=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-lock"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <rect width="18" height="11" x="3" y="11" rx="2" ry="2" />
  <path d="M7 11V7a5 5 0 0 1 10 0v4" />
</svg>
`;var lu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-menu"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M4 5h16" />
  <path d="M4 12h16" />
  <path d="M4 19h16" />
</svg>
`;var cu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-pencil"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z" />
  <path d="m15 5 4 4" />
</svg>
`;var fu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-plus"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M5 12h14" />
  <path d="M12 5v14" />
</svg>
`;var pu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-reply"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M20 18v-2a4 4 0 0 0-4-4H4" />
  <path d="m9 17-5-5 5-5" />
</svg>
`;var mu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-scroll-text"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M15 12h-5" />
  <path d="M15 8h-5" />
  <path d="M19 17V5a2 2 0 0 0-2-2H4" />
  <path d="M8 21h12a2 2 0 0 0 2-2v-1a1 1 0 0 0-1-1H11a1 1 0 0 0-1 1v1a2 2 0 1 1-4 0V5a2 2 0 1 0-4 0v2a1 1 0 0 0 1 1h3" />
</svg>
`;var hu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-send-horizontal"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904z" />
  <path d="M6 12h16" />
</svg>
`;var gu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-smile-plus"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M13.267 2.08a10 10 0 108.653 8.653" />
  <path d="M15 10V9" />
  <path d="M16 5h6" />
  <path d="M16.472 15a6 6 0 01-8.943 0" />
  <path d="M19 2v6" />
  <path d="M9 10V9" />
</svg>
`;var vu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-trash-2"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M10 11v6" />
  <path d="M14 11v6" />
  <path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6" />
  <path d="M3 6h18" />
  <path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2" />
</svg>
`;var bu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-circle-alert"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <circle cx="12" cy="12" r="10" />
  <line x1="12" x2="12" y1="8" y2="12" />
  <line x1="12" x2="12.01" y1="16" y2="16" />
</svg>
`;var $u=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-upload"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M12 3v12" />
  <path d="m17 8-5-5-5 5" />
  <path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" />
</svg>
`;var yu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-users"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2" />
  <path d="M16 3.128a4 4 0 0 1 0 7.744" />
  <path d="M22 21v-2a4 4 0 0 0-3-3.87" />
  <circle cx="9" cy="7" r="4" />
</svg>
`;var wu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-x"
  xmlns="http://www.w3.org/2000/svg"
  width="24"
  height="24"
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M18 6 6 18" />
  <path d="m6 6 12 12" />
</svg>
`;var ta={arrowDown:jd,atSign:Hd,check:qd,chevronDown:Qd,clock:Ud,compass:nu,copy:Yd,crown:Fd,download:Xd,ellipsis:Zd,externalLink:Jd,eye:eu,fileText:tu,forward:Gd,grid:su,hash:ru,image:du,lock:au,menu:lu,mic:Vd,note:uu,pause:Kd,pencil:cu,play:zd,plus:fu,reply:pu,scrollText:mu,send:hu,smile:gu,sprout:iu,trash:vu,trouble:ou,alert:bu,upload:$u,users:yu,volume:Wd,x:wu},na=Object.fromEntries(Object.entries(ta).map(([e,t])=>[e,t.slice(t.indexOf(">",t.indexOf("<svg"))+1,t.lastIndexOf("</svg>"))]));function h(e){return $t`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Bd(na[e])}</svg>`}function se(){return $t`<svg class="drop" viewBox="0 0 48 48" aria-hidden="true">
    <path class="drop-body" d="M24 5c6.5 8.6 12.6 15.2 12.6 23.2C36.6 35.6 31 41 24 41s-12.6-5.4-12.6-12.8C11.4 20.2 17.5 13.6 24 5Z"/>
    <path class="drop-light" d="M17.2 28.4c0 4.2 2.9 7.2 6.6 7.6"/>
  </svg>`}var hr=new Map;function G(e){if(e.bot)return s`<span class="avatar avatar-bot" aria-hidden="true">${se()}</span>`;let t=hr.get(e.id);return t===void 0&&hr.set(e.id,t=hr.size%6),s`<span class="avatar tone-${t}" aria-hidden="true">${[...e.name][0]?.toUpperCase()??"?"}</span>`}var Eu=3600,ra=24*Eu,xu=9;function da(){let e=new Date(ae());return e.getHours()>=xu&&e.setDate(e.getDate()+1),e.setHours(xu,0,1,0),(e.getTime()-ae())/1e3}var ua=[["+1 hour","What was put off comes up.",()=>Eu],["Next morning","To nine o'clock: reminders, a new day for habits.",da],["+1 week","A week without an entry, and what that does to a streak.",()=>7*ra]],Tt=!1;async function Mu(e){Tt||(Tt=!0,f(),await D(x.clock(e)),Tt=!1,f())}var _u=(e=!1)=>s`<button type="button" class="button button-secondary" ?disabled=${e||Tt} @click=${()=>{Mu({back:!0})}}>Back to now</button>`,ku=()=>s`<span role="status">${pd(i.offset)}</span>`;function Tu(){let e=i.offset>0,t=s`<b>${R(new Date(ae()),"F")}</b>`;return i.panel!=="clock"?e?s`<div class="banner made" role="region" aria-label="Time travel is on">${h("clock")}<span>Time travel: it is ${t} here, ${ku()} ahead.</span>${_u()}</div>`:l:s`<section class="made-panel" aria-label="Time travel">
    <div class="made-head"><h2>${h("clock")}Time travel</h2><span class="spacer"></span>${_u(!e)}<button type="button" class="ghost" aria-label="Close the time panel"
      @click=${()=>Re("clock")}>${h("x")}</button></div>
    <p>${e?s`It is ${t} here, ${ku()} ahead of your clock.`:s`It is ${t}. Go ahead, and see what reminders and streaks do then.`}</p>
    <div class="kinds few">${ua.map(([n,r,d])=>s`<button type="button" class="kind" ?disabled=${Tt} @click=${()=>{Mu({advance:d()})}}><span class="kind-name">${n}</span> <span class="kind-about">${r}</span></button>`)}</div></section>`}setInterval(()=>{i.offset>0&&f()},2e4);var{I:ia}=rd,Au=e=>e;var ln=e=>e.strings===void 0,Su=()=>document.createComment(""),Oe=(e,t,n)=>{let r=e._$AA.parentNode,d=t===void 0?e._$AB:t._$AA;if(n===void 0){let u=r.insertBefore(Su(),d),o=r.insertBefore(Su(),d);n=new ia(u,o,e,e.options)}else{let u=n._$AB.nextSibling,o=n._$AM,a=o!==e;if(a){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==o._$AU&&n._$AP(c)}if(u!==d||a){let c=n._$AA;for(;c!==u;){let g=Au(c).nextSibling;Au(r).insertBefore(c,d),c=g}}}return n},le=(e,t,n=e)=>(e._$AI(t,n),e),sa={},Ie=(e,t=sa)=>e._$AH=t,Cu=e=>e._$AH,cn=e=>{e._$AR(),e._$AA.remove()};var At=O(class extends j{constructor(e){if(super(e),e.type!==q.PROPERTY&&e.type!==q.ATTRIBUTE&&e.type!==q.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!ln(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===C||t===l)return t;let n=e.element,r=e.name;if(e.type===q.PROPERTY){if(t===n[r])return C}else if(e.type===q.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return C}else if(e.type===q.ATTRIBUTE&&n.getAttribute(r)===t+"")return C;return Ie(e),t}});var St=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let r of n)r._$AO?.(t,!1),St(r,t);return!0},fn=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},Ru=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),la(t)}};function oa(e){this._$AN!==void 0?(fn(this),this._$AM=e,Ru(this)):this._$AM=e}function aa(e,t=!1,n=0){let r=this._$AH,d=this._$AN;if(d!==void 0&&d.size!==0)if(t)if(Array.isArray(r))for(let u=n;u<r.length;u++)St(r[u],!1),fn(r[u]);else r!=null&&(St(r,!1),fn(r));else St(this,e)}var la=e=>{e.type==q.CHILD&&(e._$AP??=aa,e._$AQ??=oa)},pn=class extends j{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,n,r){super._$AT(t,n,r),Ru(this),this.isConnected=t._$AU}_$AO(t,n=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),n&&(St(this,t),fn(this))}setValue(t){if(ln(this._$Ct))this._$Ct._$AI(t,this);else{let n=[...this._$Ct._$AH];n[this._$Ci]=t,this._$Ct._$AI(n,this,0)}}disconnected(){}reconnected(){}};var ce=()=>new vr,vr=class{},gr=new WeakMap,V=O(class extends pn{render(e){return l}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),l}rt(e){if(this.G!==void 0)if(this.isConnected||(e=void 0),typeof this.G=="function"){let t=this.ht??globalThis,n=gr.get(t);n===void 0&&(n=new WeakMap,gr.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}get lt(){return typeof this.G=="function"?gr.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var Me=Ks($i(),1);var fc=/^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/,pc=/^(#{1,3}) +([^\n]+?)(\n|$)/,mc=/^-# +([^\n]+?)(\n|$)/,hc=/^( *)([-*]|\d{1,9}\.) +(.*)$/,gc=e=>!e.prevCapture||/\n$/.test(e.prevCapture[0]),Er=e=>(t,n)=>gc(n)?e.exec(t):null,vc={...Me.rulesExtended.heading,match:Er(pc)},bc={...Me.rulesExtended.subtext,match:Er(mc)},$c={order:Me.SimpleMarkdown.defaultRules.blockQuote.order,match:Er(fc),parse:(e,t,n)=>({items:e[0].trimEnd().split(`
`).map(d=>hc.exec(d)).map(([,d,u,o])=>({depth:Math.min(Math.floor(d.length/2),4),ordered:u.length>1,number:Number.parseInt(u,10),content:t(o,{...n,prevCapture:null})}))})},yc=Me.SimpleMarkdown.parserFor({...Me.rulesExtended,heading:vc,subtext:bc,list:$c}),_r=4096,wc=150;function Mr(e,t){if(!e)return l;if(e.length>_r)return[Mr(e.slice(0,_r),t),e.slice(_r)];if(e.split("](").length>wc)return e;let n;try{n=yc(e,{inline:!0})}catch{return e}return kr(n,t)}function Tr(e){return e.replace(/<a?:(\w+):\d+>/g,":$1:").replace(/<t:(-?\d+)(?::(\w))?>/g,(t,n,r)=>R(new Date(Number(n)*1e3),r??"f")).replace(/[*_~`|>#]+/g,"").replace(/\s+/g," ").trim()}function kr(e,t){return typeof e=="string"?e:Array.isArray(e)?e.map(n=>kc(n,t)):l}function Ct(e){try{let t=new URL(e);return t.protocol==="https:"||t.protocol==="http:"?t.href:null}catch{return null}}var xc=/^https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/;function _c(e,t,n){let[,r,d]=xc.exec(e)??[],u=r&&n.go&&n.channel(r);if(u)return s`<button type="button" class="mention jump" @click=${()=>n.go(r,d)}>#${u}${d?" \u203A message":""}</button>`;let o=Ct(e);return o?s`<a href=${o} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`:t}function yi(e){if(e instanceof KeyboardEvent&&e.key!=="Enter"&&e.key!==" ")return;e.preventDefault();let t=e.currentTarget;t.classList.add("revealed"),t.removeAttribute("role"),t.removeAttribute("tabindex"),t.removeAttribute("aria-label")}var Ee=e=>s`<span class="mention">${e}</span>`;function kc(e,t){let n=()=>kr(e.content,t);switch(e.type){case"text":return e.content;case"strong":return s`<strong>${n()}</strong>`;case"em":return s`<em>${n()}</em>`;case"underline":return s`<u>${n()}</u>`;case"strikethrough":return s`<s>${n()}</s>`;case"inlineCode":return s`<code>${e.content}</code>`;case"codeBlock":return s`<pre tabindex="0"><code>${e.content}</code></pre>`;case"blockQuote":return s`<blockquote>${n()}</blockquote>`;case"link":case"url":case"autolink":return _c(e.target,n(),t);case"spoiler":return s`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler, press to reveal" @click=${yi}
        @keydown=${yi}><span>${n()}</span></span>`;case"heading":return s`<div class="heading heading-${e.level}" role="heading" aria-level=${e.level+2}>${n()}</div>`;case"subtext":return s`<div class="subtext">${n()}</div>`;case"list":return s`<div class="list" role="list">${e.items.map(r=>s`<div class="item depth-${r.depth}"
        role="listitem"><span class="bullet">${r.ordered?`${r.number}.`:r.depth?"\u25E6":"\u2022"}</span><span>${kr(r.content,t)}</span></div>`)}</div>`;case"user":return Ee(`@${t.user(e.id)??"unknown-user"}`);case"channel":return Ee(`#${t.channel(e.id)??"unknown"}`);case"role":return Ee(`@${t.role(e.id)??"unknown-role"}`);case"everyone":return Ee("@everyone");case"here":return Ee("@here");case"slashCommand":return Ee(`/${e.fullName}`);case"guildNavigation":return Ee(`#${e.navigation}`);case"emoji":return s`<span title=":${e.name}:">:${e.name}:</span>`;case"twemoji":return e.name;case"timestamp":return s`<ink-time class="timestamp" unix=${e.timestamp} format=${e.format??"f"}></ink-time>`;case"br":case"newline":return`
`;default:return n()}}function Ar(e){let t=document.querySelector(`[data-message="${CSS.escape(e)}"]`);t?.scrollIntoView({block:"center",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),t?.classList.add("found"),setTimeout(()=>t?.classList.remove("found"),1600)}async function Ec(e,t){e!==i.current&&await ie(e),t&&Ar(t)}var X=e=>Mr(e??"",{...xt,go:(t,n)=>{Ec(t,n)}}),Z=(e,t)=>V(n=>{n&&t&&n.style.setProperty(e,t)}),Te=e=>e==null?null:`#${e.toString(16).padStart(6,"0")}`;function kn(e){return e?.name?e.id?s`<span class="emoji" title=":${e.name}:">:${e.name}:</span>`:s`<span class="emoji">${e.name}</span>`:l}var ut=e=>e<1024?`${e} bytes`:e<1048576?`${(e/1024).toFixed(1)} KB`:`${(e/1048576).toFixed(1)} MB`,Ae=e=>e?.url?.startsWith("/cdn/")?e.url:null,it=e=>{try{return decodeURIComponent(new URL(e,location.origin).pathname.split("/").pop()||"file")}catch{return"file"}},Rt=/\.(png|jpe?g|gif|webp)$/i,En=/\.(ogg|oga|opus|mp3|m4a|wav|flac)$/i,Sr=e=>`${e}${e.includes("?")?"&":"?"}download=1`;function Mn(e){e&&(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0}),e.focus({preventScroll:!0}),e.scrollIntoView({block:"nearest"}))}var dt=class{opener=null;show(t,n){!t||t.open||(document.activeElement instanceof HTMLElement&&document.activeElement!==document.body&&(this.opener=document.activeElement),t.showModal(),n&&t.querySelector(n)?.focus())}leave(){let{opener:t}=this;this.opener=null,t&&queueMicrotask(()=>{document.activeElement===document.body&&t.isConnected&&t.focus()})}};function Dt(e,t,n=()=>{}){return s`<div class="popup ${e}" tabindex="0" role="group" aria-label="Suggestions" @keydown=${d=>{d.key==="Escape"&&(d.stopPropagation(),d.currentTarget.closest(".composer")?.querySelector("textarea, .chip-more")?.focus())}} @blur=${n}
    @mousedown=${d=>d.preventDefault()}>${t}</div>`}var Mc=48,Tc=100,J=null,st="",Tn=[],xi,Cr=!1,_i=()=>J!==null&&st===i.current;async function ki(){if(!(J||Cr)){Cr=!0;try{J=await rn.begin()}catch(e){return B(e.message)}finally{Cr=!1}st=i.current,Tn=[],xi=setInterval(Ac,Tc),f(),document.querySelector(".recorder [data-send]")?.focus()}}function Ac(){if(J){if(st!==i.current)return void Sc();Tn=[...Tn,J.level()].slice(-Mc),J.milliseconds>=Td?Ei():f()}}function Rr(){let e=J;return clearInterval(xi),J=null,f(),st===i.current&&document.querySelector(".composer textarea")?.focus(),e}var wi=()=>Rr()?.discard();async function Sc(){let e=st,t=await Rr()?.finish();t&&cr(e,t)}async function Ei(){let e=st,t=await Rr()?.finish();t&&await dn(e,t)}function Mi(){if(!J)return l;let e=Math.floor(J.milliseconds/1e3);return s`<div class="entry recorder" role="group" aria-label="Recording a voice message" @keydown=${t=>{t.key==="Escape"&&wi()}}>
    <button type="button" class="ghost" aria-label="Throw this recording away" title="Throw away" @click=${wi}>${h("trash")}</button>
    <span class="recorder-dot" aria-hidden="true"></span><span class="recorder-time" role="timer" aria-label="Recorded so far">${Le(e)}</span>
    <span class="levels" aria-hidden="true">${Tn.map(t=>s`<i ${Z("--level",String(Math.max(t,.08)))}></i>`)}</span>
    <button type="button" class="ghost send" data-send aria-label="Send voice message" title="Send" @click=${()=>{Ei()}}>${h("send")}</button></div>`}var Ti=(e,t,n)=>{let r=new Map;for(let d=t;d<=n;d++)r.set(e[d],d);return r},Lt=O(class extends j{constructor(e){if(super(e),e.type!==q.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let d=[],u=[],o=0;for(let a of e)d[o]=r?r(a,o):o,u[o]=n(a,o),o++;return{values:u,keys:d}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let d=Cu(e),{values:u,keys:o}=this.dt(t,n,r);if(!Array.isArray(d))return this.ut=o,u;let a=this.ut??=[],c=[],g,m,p=0,b=d.length-1,v=0,y=u.length-1;for(;p<=b&&v<=y;)if(d[p]===null)p++;else if(d[b]===null)b--;else if(a[p]===o[v])c[v]=le(d[p],u[v]),p++,v++;else if(a[b]===o[y])c[y]=le(d[b],u[y]),b--,y--;else if(a[p]===o[y])c[y]=le(d[p],u[y]),Oe(e,c[y+1],d[p]),p++,y--;else if(a[b]===o[v])c[v]=le(d[b],u[v]),Oe(e,d[p],d[b]),b--,v++;else if(g===void 0&&(g=Ti(o,v,y),m=Ti(a,p,b)),g.has(a[p]))if(g.has(a[b])){let w=m.get(o[v]),P=w!==void 0?d[w]:null;if(P===null){let N=Oe(e,d[p]);le(N,u[v]),c[v]=N}else c[v]=le(P,u[v]),Oe(e,d[p],P),d[w]=null;v++}else cn(d[b]),b--;else cn(d[p]),p++;for(;v<=y;){let w=Oe(e,c[y+1]);le(w,u[v]),c[v++]=w}for(;p<=b;){let w=d[p++];w!==null&&cn(w)}return this.ut=o,Ie(e,c),C}});var Ot=()=>[...i.users.values()].map(e=>({label:e.name,value:e.id})),It=()=>i.roles.map(e=>({label:`@${e.name}`,value:e.id,about:"Role"})),An=(e=[])=>e.length&&!e.includes(0)?[]:i.channels.filter(t=>t.kind==="text").map(t=>({label:`#${t.name}`,value:t.id})),Sn=()=>[...Ot(),...It()];var Pt=":more",ee=null,L=-1,Rn="",ot={key:"",offers:[],waiting:!1},Dr=0,Oc=e=>`[data-chip="${CSS.escape(e)}"]`;function z(e){let t=document.querySelector(`.slash ${Oc(e??Pt)}`);t?.focus(),(t instanceof HTMLTextAreaElement||t instanceof HTMLInputElement&&t.type==="text")&&t.setSelectionRange(t.value.length,t.value.length)}function Bt(e){return!!e.choices?.length||e.type===5||e.type>=6&&e.type<10}function Dn(e,t){let n=e.values[t.name]?.picked===void 0?(e.values[t.name]?.text??"").trim().toLowerCase():"",r=u=>u.filter(o=>o.name.toLowerCase().includes(n)).slice(0,25);if(t.autocomplete)return ot.key===`${e.entry.path} ${t.name}`?ot.offers:[];if(t.choices?.length)return r(t.choices);if(t.type===5)return r([{name:"True",value:!0},{name:"False",value:!1}]);let d={6:Ot,7:()=>An(t.channel_types),8:It,9:Sn}[t.type];return d?r(d().map(({label:u,...o})=>({name:u,...o}))):[]}async function Di(e,t){let n=++Dr,r=`${e.entry.path} ${t.name}`;if(ot.key!==r&&(ot={key:r,offers:[],waiting:!0}),await new Promise(o=>setTimeout(o,150)),n!==Dr)return;let d={...fr(e,t.name),[t.name]:Ic(t,e)},u=await x.autocomplete(i.current,e.entry.path,d,t.name).catch(()=>[]);n===Dr&&(ot={key:r,offers:u,waiting:!1},f())}var Ic=(e,t)=>t.values[e.name]?.text??"";function Li(e,t,n){e.values[t.name]={text:n.name,picked:n.value},e.error?.name===t.name&&(e.error=void 0),Oi(e,t.name)}function Oi(e,t){let r=e.chips.slice(e.chips.indexOf(t)+1).find(d=>!e.values[d]?.text&&!e.values[d]?.file);f(),z(r??null)}function Ir(e,t){e.chips.push(t.name),Rn="",f(),z(t.name)}function Pc(e,t){let n=e.chips.indexOf(t);e.chips.splice(n,1),delete e.values[t],e.error?.name===t&&(e.error=void 0),f(),z(e.chips[n-1]??e.chips[n]??null)}function Cn(e=""){E().slash=null,E().text=e,ee=null,f(),document.querySelector(".composer textarea")?.focus()}function Nc(e){for(let t of e.chips){let n=re(e.entry,t),r=e.values[t];if(!r||r.picked!==void 0||!Bt(n))continue;let d=r.text.trim().toLowerCase(),u=Dn({...e,values:{}},n).find(o=>o.name.toLowerCase()===d);u&&(e.values[t]={text:u.name,picked:u.value})}}function Ii(e){Nc(e),Rd(e)?(ee=null,un(e).then(()=>document.querySelector(".composer textarea")?.focus())):(f(),z(e.error.name))}function Bc(e,t,n){let r=/(?:^|\s)([-_'\p{L}\p{N}]{1,32}):\s?$/u.exec(n),d=r&&re(e.entry,r[1]);if(!d)return!1;let u=n.slice(0,r.index).trim();return(d!==t||!u)&&(e.values[t.name]={text:u}),e.chips.includes(d.name)||e.chips.push(d.name),f(),z(d.name),!0}function jc(e,t,n){Bc(e,t,n)||(e.values[t.name]={text:n},e.error?.name===t.name&&(e.error=void 0),L=Bt(t)?0:-1,t.autocomplete&&Di(e,t),f())}function Lr(e,t,n){if(e.isComposing)return;let r=n?Dn(t,n):Pi(t),d=o=>n?Li(t,n,o):Ir(t,o),u=e.target;if(r.length&&(e.key==="ArrowDown"||e.key==="ArrowUp"))return e.preventDefault(),L=e.key==="ArrowDown"?(L+1)%r.length:(Math.max(L,0)-1+r.length)%r.length,f(),document.getElementById(`offer-${L}`)?.scrollIntoView({block:"nearest"});if(e.key==="Enter"){e.preventDefault();let o=n&&t.values[n.name],a=L>=0&&(!n||o?.picked===void 0)?r[L]:void 0;return a?d(a):Ii(t)}if(e.key==="Tab"&&!e.shiftKey&&L>=0&&r[L]&&u.value&&(!n||t.values[n.name]?.picked===void 0))return e.preventDefault(),d(r[L]);if(e.key==="Escape")return e.preventDefault(),Cn();if(e.key==="Backspace"&&!u.value&&u.type!=="file"){if(e.preventDefault(),!n)return t.chips.length?z(t.chips.at(-1)):Cn(`/${t.entry.path}`);if(!n.required)return Pc(t,n.name);let o=t.chips.indexOf(n.name);o>0?z(t.chips[o-1]):Cn(`/${t.entry.path}`)}}function Hc(e,t){let n=t.endsWith(":")&&Jt(e).find(r=>r.name===t.slice(0,-1).trim());if(n)return Ir(e,n);Rn=t,L=t?0:-1,f()}var Pi=e=>Jt(e).filter(t=>t.name.includes(Rn.trim().toLowerCase().replace(/:$/,"")));function Or(e,t){ee=e;let n=re(t.entry,e);L=n&&Bt(n)?0:-1,n?.autocomplete&&Di(t,n),f()}function Ni(e){let t=ee&&ee!==Pt?re(e.entry,ee):void 0,n=Jt(e);return s`${t?Fc(e,t):ee===Pt&&n.length?Gc(e):l}
    <div class="slash-head" id="slash-about"><b>/${e.entry.path}</b><span>${e.error?s`<span class="failure" role="alert">${e.error.name}: ${e.error.text}</span>`:t?s`${t.name}${t.description!=="\u2026"?` \u2014 ${t.description}`:l}`:e.entry.description}</span></div>
    <div class="entry slash" role="group" aria-label="/${e.entry.path}">
      <button type="button" class="ghost" aria-label="Leave this command" title="Leave this command" @click=${()=>Cn()}>${h("x")}</button>
      <div class="chips"><span class="slash-name">/${e.entry.path}</span>${Lt(e.chips,r=>r,r=>qc(e,re(e.entry,r)))}
        ${n.length||!e.chips.length?s`<input type="text" class="chip-more" data-chip=${Pt} autocomplete="off" aria-label="Add an option" placeholder=${n.length?`+${n.length} optional`:"Press Enter to send"}
          .value=${At(Rn)} @input=${r=>Hc(e,r.target.value)}
          @focus=${()=>Or(Pt,e)} @blur=${()=>Nt()} @keydown=${r=>Lr(r,e,null)}>`:l}</div>
      <button type="button" class="ghost send" aria-label="Send command" @click=${()=>Ii(e)}>${h("send")}</button>
    </div>`}function Nt(){setTimeout(()=>{document.activeElement?.closest(".slash, .popup")||(ee=null,f())},100)}function qc(e,t){let n=e.values[t.name],r=e.error?.name===t.name,d=`chip ${r?"wrong":""} ${ee===t.name?"focused":""}`;if(t.type===11)return s`<label class="${d} chip-file"><span class="chip-name">${t.name}</span><span class="chip-value">${n?.file?`${n.file.name} \xB7 ${ut(n.file.size)}`:"Choose a file"}</span>
      <input type="file" data-chip=${t.name} aria-label=${t.name} @focus=${()=>Or(t.name,e)} @blur=${Nt} @keydown=${a=>{(a.key!=="Enter"||n?.file)&&Lr(a,e,t)}}
        @change=${a=>Uc(e,t,a.target.files?.[0])}></label>`;let u=ee===t.name&&Dn(e,t).length>0,o=V(a=>{a&&Ai(a)});return s`<label class=${d}><span class="chip-name">${t.name}</span><textarea rows="1" data-chip=${t.name} aria-label=${t.name} aria-describedby="slash-about"
    aria-invalid=${r?"true":l} aria-haspopup=${Bt(t)||t.autocomplete?"listbox":l}
    aria-controls=${u?"offers":l} aria-activedescendant=${u&&L>=0?`offer-${L}`:l} spellcheck="false" inputmode=${t.type===4?"numeric":t.type===10?"decimal":l}
    .value=${At(n?.text??"")} ${o} @input=${a=>{let c=a.target;jc(e,t,c.value.replace(/\s*\n\s*/g," ")),Ai(c)}}
    @focus=${()=>Or(t.name,e)} @blur=${Nt} @keydown=${a=>Lr(a,e,t)}></textarea></label>`}function Ai(e){CSS.supports("field-sizing","content")||(e.style.width=`${Math.min(Math.max(e.value.length+1,4),60)}ch`)}function Uc(e,t,n){if(n){if(n.size>ar)return B(`${n.name} is too large: files may have up to 10 MB.`);e.values[t.name]={text:n.name,file:n},Oi(e,t.name)}}function Fc(e,t){let n=Dn(e,t),r=t.autocomplete&&ot.waiting;return e.values[t.name]?.picked!==void 0&&!t.autocomplete?l:n.length?Dt("",s`<div class="popup-head">${t.name}</div><div id="offers" role="listbox" aria-label=${t.name}>${n.map((d,u)=>Bi(u,d.name,d.about??"",()=>Li(e,t,d)))}</div>`,Nt):r?s`<div class="popup quiet">Asking Inkling…</div>`:Bt(t)?s`<div class="popup quiet">Nothing here matches.</div>`:l}function Gc(e){let t=Pi(e);return t.length?Dt("",s`<div class="popup-head">Optional</div><div id="offers" role="listbox" aria-label="Options">${t.map((n,r)=>Bi(r,n.name,n.description,()=>Ir(e,n)))}</div>`,Nt):s`<div class="popup quiet">No option has this name.</div>`}function Bi(e,t,n,r){return s`<div id="offer-${e}" role="option" class="choice" aria-selected=${e===L?"true":"false"}
    @pointermove=${()=>{L!==e&&(L=e,f())}} @click=${r}><span class="choice-line"><b>${t}</b></span>${n&&n!=="\u2026"?s`<span class="choice-about">${n}</span>`:l}</div>`}var W=0,Hi="",qi=()=>E().text.startsWith("/")&&E().text!==Hi?E().text.slice(1):null,Ui=()=>{let e=qi();return e===null||e.includes(`
`)?[]:sd(ue(),e)};function Fi(e){let t=E();t.slash=Zt(e),t.text="",f(),z(t.slash.chips[0]??null)}function Ln(e){let t=E();t.slash=Zn(e,ue()),t.text=t.slash?"":e,f(),t.slash?z(t.slash.chips[0]??null):document.querySelector(".composer textarea")?.focus()}function Vc(e){let t=e.target,n=E();if(n.text=t.value,t.value&&!t.value.startsWith("/")&&Cd(),W=0,n.slash=Zn(t.value,ue()),n.slash){n.text="";let r=n.slash.chips;f(),z(r.findLast(d=>n.slash?.values[d])??r[0]??null)}else f()}function Kc(e){if(e.isComposing)return;let t=Ui();if(t.length){if(e.key==="ArrowDown"||e.key==="ArrowUp")return W=(W+(e.key==="ArrowDown"?1:-1)+t.length)%t.length,e.preventDefault(),f(),document.getElementById(`command-${W}`)?.scrollIntoView({block:"nearest"});if(e.key==="Tab"&&!e.shiftKey||e.key==="Enter"){e.preventDefault();let n=t[W];return e.key==="Enter"&&!n.options.length?void un(Zt(n)):Fi(n)}}if(e.key==="ArrowUp"&&!E().text){let n=(i.messages.get(i.current)??[]).findLast(r=>xe(r).edit);n&&(e.preventDefault(),_e(n));return}if(e.key==="Escape")return Hi=E().text,E().reply=null,f();e.key==="Enter"&&!e.shiftKey&&(e.preventDefault(),lr())}function zc(e){let t=e.clipboardData?.files;t?.length&&(e.preventDefault(),Et(t))}function Gi(){let e=de(),t=E(),n=Ui(),r=!t.text.trim()&&!t.files.length;W>=n.length&&(W=0);let d=e?`Message ${F(e)}`:"Message";return _i()?s`<div class="composer">${Mi()}</div>`:t.slash?s`<div class="composer">${Ni(t.slash)}</div>`:s`<div class="composer">
    ${n.length?Wc(n):qi()!==null&&!n.length?s`<div class="popup quiet">${ue().length?"No command matches. Press Enter to send this as a message.":"Inkling has not registered its commands yet."}</div>`:l}
    ${t.reply?s`<div class="reply-bar"><span>Replying to <b>${De(t.reply.author).name}</b></span><button type="button" class="ghost"
      aria-label="Cancel reply" @click=${()=>{t.reply=null,f()}}>${h("x")}</button></div>`:l}
    ${t.files.length?s`<ul class="trays" aria-label="Files to send">${t.files.map(Yc)}</ul>`:l}
    <div class="entry">
      <label class="ghost attach" title="Attach files">${h("plus")}<input type="file" multiple aria-label="Attach files" @change=${u=>{let o=u.target;Et(o.files??[]),o.value="",matchMedia("(hover: none)").matches||document.querySelector(".composer textarea")?.focus()}}></label>
      <textarea rows="1" aria-label=${d} placeholder=${d} aria-haspopup="listbox" aria-controls=${n.length?"commands":l}
        aria-autocomplete="list" aria-activedescendant=${n.length?`command-${W}`:l} spellcheck="false" .value=${At(t.text)}
        @input=${Vc} @keydown=${Kc} @paste=${zc}></textarea>
      ${r?s`<button type="button" class="ghost" aria-label="Record a voice message" title="Record a voice message" @click=${()=>{ki()}}>${h("mic")}</button>`:l}
      <button type="button" class="ghost send" aria-label="Send message" ?disabled=${r} @click=${()=>lr()}>${h("send")}</button>
    </div></div>`}function Wc(e){let t=i.users.get(i.bot);return Dt("picker",s`<div class="popup-head">${t?G(t):l}${t?.name}</div>
    <div id="commands" role="listbox" aria-label="Commands">${e.map((n,r)=>s`<div id="command-${r}" role="option" class="choice"
      aria-selected=${r===W?"true":"false"} @pointermove=${()=>{W!==r&&(W=r,f())}}
      @click=${()=>Fi(n)}>
      <span class="choice-line"><b>/${n.path}</b>${n.options.filter(d=>d.required).map(d=>s`<span class="hint">${d.name}</span>`)}${n.options.some(d=>!d.required)?s`<span class="more">+${n.options.filter(d=>!d.required).length} optional</span>`:l}</span>
      <span class="choice-about">${n.description}</span></div>`)}</div>`)}var ji=new WeakMap;function Qc(e){let t=ji.get(e);return t||ji.set(e,t=URL.createObjectURL(e)),t}function Yc(e){let t=()=>{E().files=E().files.filter(d=>d!==e),f()},n=En.test(e.name),r=()=>{t(),dn(i.current,e)};return s`<li class="tray">${Rt.test(e.name)?s`<img src=${Qc(e)} alt="">`:h(n?"volume":"fileText")}
    <span class="tray-words"><span class="file-name" title=${e.name}>${e.name}</span>${n?s`<button type="button" class="link" @click=${r}>Send as voice message</button>`:s`<span class="file-size">${ut(e.size)}</span>`}</span>
    <button type="button" class="ghost" aria-label="Remove ${e.name}" @click=${t}>${h("x")}</button></li>`}var Xc=()=>i.channels.find(e=>e.kind==="dm");async function Zc(e){let t=Xc();t&&(await ie(t.id),Ln(e))}var Vi="a red apple on a blue background",Jc=[{sign:"image",title:"Paint a picture",shown:`/imagine ${Vi}`,needs:"imagine",go:()=>Ln(`/imagine prompt: ${Vi}`)},{sign:"note",title:"Keep a note",shown:"Write Inkling a direct message",needs:"notes",go:()=>{Zc("Idea: paint the harbour at dusk, with the lamps already on #ideas")}},{sign:"sprout",title:"Begin a habit",shown:"/habit add Read before bed, daily",needs:"habit add",go:()=>Ln("/habit add name: Read before bed schedule: daily")}],ef=[{kind:"notes",name:"a sample notebook",needs:"notes",done:"A notebook of twelve notes is yours. Type /notes to look into it."},{kind:"habits",name:"a year of habits",needs:"habit",done:"Four habits and a year of entries are yours. Type /habit today."}],jt=new Set,Ht=ce(),Ki=e=>ue().some(t=>t.path===e||t.path.startsWith(`${e} `));async function tf(e){jt.add(e.kind),f(),await D(x.sample(e.kind))&&(i.samples=[...i.samples,e.kind],B(e.done,!0)),jt.delete(e.kind),f()}function Pr(){let e=Jc.filter(r=>Ki(r.needs)),t=ef.filter(r=>Ki(r.needs)),n=r=>{On(),r.go()};return s`${e.length?s`<div class="steps">${e.map(r=>s`<button type="button" class="step" @click=${()=>n(r)}>${h(r.sign)}<span><b>${r.title}</b> <span class="step-shown">${r.shown}</span></span></button>`)}</div>`:l}
    ${t.length?s`<p class="samples"><span>Rather look around? Load</span>${t.map(r=>s`<button type="button" class="sample" aria-busy=${jt.has(r.kind)?"true":l}
      ?disabled=${jt.has(r.kind)||i.samples.includes(r.kind)} @click=${()=>{tf(r)}}>${i.samples.includes(r.kind)?h("check"):l}${jt.has(r.kind)?`loading ${r.name}\u2026`:r.name}</button>`)}</p>`:l}`}function zi(){i.drawer="",i.guideShown=!0,f(),Ht.value&&!Ht.value.open&&Ht.value.showModal()}function On(){i.guideShown&&(i.guideShown=!1,Ht.value?.close(),f())}function Wi(){return i.guideShown?s`<dialog ${V(Ht)} class="modal guide" aria-labelledby="guide-title" @close=${On} @click=${e=>{e.target===e.currentTarget&&On()}}>
    <header><h2 id="guide-title">Three things to try</h2><button type="button" class="ghost" aria-label="Close" @click=${On}>${h("x")}</button></header>
    <div class="modal-body">${Pr()}</div></dialog>`:l}function In(e,t){if(!e?.url?.startsWith("attachment://"))return e;let n=e.url.slice(13);return t.attachments.find(r=>r.filename===n)??e}function Pn(e,t){return Zi(e.map(n=>{let r=In(n.media,t),d=Ae(r),u=it(r?.url??"");return{url:d??"",alt:n.description??"",name:u,caption:n.description??u,width:r?.width,height:r?.height,spoiler:n.spoiler,outside:d?void 0:r?.url??""}}))}function Xi(e){if(!e.length)return l;let t=e.filter(r=>Rt.test(r.filename)),n=e.filter(r=>!Rt.test(r.filename));return s`
    ${t.length?Zi(t.map(r=>({url:r.url,alt:r.description??"",name:r.filename,caption:r.description??r.filename,width:r.width,height:r.height,spoiler:r.filename.startsWith("SPOILER_")}))):l}
    ${n.map(r=>Nr(r.url,r.filename,r.size,En.test(r.filename)))}`}function Nr(e,t,n,r=!1){return s`<div class="file ${r?"file-sound":""}">
    ${h("fileText")}
    <div class="file-words"><span class="file-name" title=${t}>${t}</span>${n?s`<span class="file-size">${ut(n)}</span>`:l}</div>
    ${e?s`<a class="ghost" href=${Sr(e)} download=${t} aria-label="Download ${t}">${h("download")}</a>`:l}
    ${r?s`<audio controls preload="none" src=${e} aria-label=${t}></audio>`:l}
  </div>`}function Zi(e){let t=e.filter(d=>!d.outside),n=d=>{i.picture={all:t,at:t.indexOf(d)},f()},r=(d,u)=>{let o=d.currentTarget;o.classList.contains("veiled")?o.classList.remove("veiled"):n(u)};return s`<div class="gallery gallery-${Math.min(e.length,10)}">${e.map(d=>d.outside!==void 0?s`<div class="outside">${h("lock")}<span>A picture elsewhere is not loaded here.</span>
        ${/^https?:/.test(d.outside)?s`<a href=${d.outside} target="_blank" rel="noopener noreferrer">Open it</a>`:l}</div>`:s`<button type="button" class=${d.spoiler?"picture veiled":"picture"} aria-label=${d.alt?`Open picture: ${d.alt}`:`Open picture ${d.name}`}
        @click=${u=>r(u,d)}
        ${Z("--ratio",d.width&&d.height?`${d.width} / ${d.height}`:null)}>
        <img src=${d.url} alt=${d.alt} loading="lazy" decoding="async" width=${d.width??l} height=${d.height??l}>
        ${d.alt?s`<span class="alt-mark" aria-hidden="true" title=${d.alt}>ALT</span>`:l}
        ${d.spoiler?s`<span class="veil-word">Spoiler</span>`:l}
      </button>`)}</div>`}function Nn(e,t,n,r=!1){let d=Ae(In(e,n));if(!d)return l;let u={url:d,alt:t??"",name:it(d),caption:t??it(d)};return s`<button type="button" class="thumbnail ${r?"veiled":""}" aria-label="Open picture: ${u.caption}"
    @click=${()=>{i.picture={all:[u],at:0},f()}}><img src=${d} alt=${u.alt} loading="lazy"></button>`}var Qi=ce(),Yi=new dt;function Ji(){let e=i.picture;if(!e)return Yi.leave(),l;let t=e.all[e.at],n=()=>{i.picture=null,f()},r=u=>{e.at=(e.at+u+e.all.length)%e.all.length,f()},d=u=>{u.key==="ArrowRight"&&r(1),u.key==="ArrowLeft"&&r(-1)};return queueMicrotask(()=>Yi.show(Qi.value)),s`<dialog ${V(Qi)} class="light-box" aria-label="Picture" @close=${n} @keydown=${d}
      @click=${u=>{u.target.matches("dialog, .light-stage")&&n()}}>
    <div class="light-bar">
      <span class="light-count">${e.all.length>1?`${e.at+1} of ${e.all.length}`:l}</span>
      <a class="ghost" href=${Sr(t.url)} download=${t.name} aria-label="Download picture">${h("download")}<span>Download picture</span></a>
      <button type="button" class="ghost" aria-label="Close" @click=${n}>${h("x")}</button>
    </div>
    <div class="light-stage">
      ${e.all.length>1?s`<button type="button" class="ghost turn" aria-label="Previous picture" @click=${()=>r(-1)}>‹</button>`:l}
      <img src=${t.url} alt=${t.alt}>
      ${e.all.length>1?s`<button type="button" class="ghost turn" aria-label="Next picture" @click=${()=>r(1)}>›</button>`:l}
    </div>
    <p class="light-caption">${t.caption}</p>
  </dialog>`}var es=O(class extends j{constructor(){super(...arguments),this.key=l}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(Ie(e),this.key=t),n}});var nf=["","primary","secondary","success","danger","link","premium"];function at(e,t){return e.map(n=>ts(n,t))}function ts(e,t){switch(e.type){case 1:return s`<div class="row">${at(e.components??[],t)}</div>`;case 2:return rf(e,t);case 3:case 5:case 6:case 7:case 8:return df(e,t);case 9:return s`<div class="section"><div class="section-words">${at(e.components??[],t)}</div>
      <div class="section-side">${e.accessory?ts(e.accessory,t):l}</div></div>`;case 10:return s`<div class="text prose">${X(e.content)}</div>`;case 11:return Nn(e.media,e.description,t,e.spoiler);case 12:return Pn(e.items??[],t);case 13:{let n=In(e.file,t),r=Ae(n);return Nr(r??"",e.name??it(n?.url??""),e.size)}case 14:return s`<div class="separator ${e.divider===!1?"bare":""} ${e.spacing===2?"wide":""}"
      role="separator"></div>`;case 17:return s`<div class="container ${Te(e.accent_color)?"accented":""}" ${Z("--accent-bar",Te(e.accent_color))}>${e.spoiler?s`<button type="button" class="veil" @click=${n=>n.currentTarget.remove()}>Spoiler</button>`:l}${at(e.components??[],t)}</div>`;default:return s`<div class="unknown">A component of kind ${e.type} is not shown here yet.</div>`}}function rf(e,t){let n=s`${kn(e.emoji)}${e.label?s`<span>${e.label}</span>`:l}`,r=e.label||e.emoji?.name||"Button";if(e.style===5){let u=Ct(e.url??"");return s`<a class="button button-link" href=${u??l} target="_blank" rel="noopener noreferrer">${n}${h("externalLink")}</a>`}let d=i.busy.has(`${t.id}:${e.custom_id}`);return s`<button type="button" class="button button-${nf[e.style??2]??"secondary"} ${d?"busy":""}"
    ?disabled=${!!e.disabled} aria-busy=${d?"true":l} aria-label=${r}
    @click=${()=>{d||Ld(t,e.custom_id??"")}}>${n}</button>`}function Bn(e){let t={5:Ot,6:It,7:Sn,8:()=>An(e.channel_types)}[e.type];if(!t)return e.options??[];let n=new Set(e.default_values?.map(r=>r.id));return t().map(({label:r,value:d,about:u})=>({label:r,value:d,description:u,default:n.has(d)}))}function df(e,t){let n=i.busy.has(`${t.id}:${e.custom_id}`),r=Bn(e),d=e.placeholder||"Make a selection",u=(e.max_values??1)>1,o=a=>{Od(t,e.custom_id??"",a)};return u?uf(e,r,d,n,o):s`<span class="menu ${n?"busy":""}"><select aria-label=${d} ?disabled=${!!e.disabled||n}
      @change=${a=>o([a.target.value])}>
      ${r.some(a=>a.default)?l:s`<option value="" disabled selected hidden>${d}</option>`}
      ${r.map(a=>s`<option value=${a.value} ?selected=${!!a.default}>${a.emoji?.name&&!a.emoji.id?`${a.emoji.name} `:""}${a.label}${a.description?` \u2014 ${a.description}`:""}</option>`)}
    </select>${h("chevronDown")}</span>`}function uf(e,t,n,r,d){let u=a=>{let c=a.currentTarget.closest("details");d([...c.querySelectorAll("input:checked")].map(g=>g.value)),c.open=!1},o=a=>{let c=a.currentTarget.closest("details"),g=c.querySelectorAll("input:checked").length;c.querySelector("button").disabled=g<(e.min_values??1)||g>(e.max_values??1)};return s`<details class="menu many ${r?"busy":""}"><summary aria-label=${n}>${n}${h("chevronDown")}</summary>
    <div class="many-list" role="group" aria-label=${n}>${t.map(a=>s`<label><input type="checkbox" value=${a.value}
      ?checked=${!!a.default} @change=${o}><span>${a.label}${a.description?s`<small>${a.description}</small>`:l}</span></label>`)}
      <button type="button" class="button button-primary" @click=${u} ?disabled=${(e.min_values??1)>t.filter(a=>a.default).length}>Choose</button></div></details>`}var Br=4,is=19,jn=21,sf=22,jr=23,of=new Set([3,5,6,7,8]),ns=ce(),rs=new dt;function ss(){let e=i.modal;if(!e)return rs.leave(),l;queueMicrotask(()=>rs.show(ns.value,".modal-body :is(textarea, input, select)"));let t=()=>{i.modal===e&&(i.modal=null,f())},n=r=>{r.preventDefault(),i.modalBusy||Nd(...cf(e.components,r.currentTarget))};return es(e.id,s`<dialog ${V(ns)} class="modal" aria-labelledby="modal-title" @close=${t}>
    <form @submit=${n} novalidate>
      <header><span class="avatar avatar-bot" aria-hidden="true">${se()}</span><h2 id="modal-title">${e.title}</h2>
        <button type="button" class="ghost" aria-label="Close" @click=${t}>${h("x")}</button></header>
      <div class="modal-body">
        ${e.components.map(af)}
        ${i.modalError?s`<p class="failure" role="alert">${h("alert")}${i.modalError}</p>`:l}
      </div>
      <footer><button type="button" class="button button-secondary" @click=${t}>Cancel</button>
        <button type="submit" class="button button-primary ${i.modalBusy?"busy":""}" aria-busy=${i.modalBusy?"true":l}>Submit</button></footer>
    </form></dialog>`)}function af(e){return e.type===10?s`<div class="text prose">${X(e.content)}</div>`:e.type===18&&e.component?ds(e.component,e.label??"",e.description??""):(e.components??[]).map(t=>ds(t,t.label??"",""))}function ds(e,t,n){let r=`field-${e.custom_id}`,d=e.required!==!1&&e.type!==jr,u=d?s`<span class="star" aria-hidden="true">*</span>`:l,o=n?s`<p class="about" id="${r}-about">${n}</p>`:l;return e.type===jn||os(e)?s`<fieldset class="field"><legend>${t}${u}</legend>${o}${e.type!==jn&&e.placeholder?s`<p class="about">${e.placeholder}</p>`:l}${Bn(e).map(a=>s`<label class="tick">
      <input type=${e.type===jn?"radio":"checkbox"} name=${e.custom_id} value=${a.value} ?checked=${!!a.default}>
      <span>${a.label}${a.description?s`<small>${a.description}</small>`:l}</span></label>`)}</fieldset>`:e.type===jr?s`<div class="field"><label class="tick"><input type="checkbox" name=${e.custom_id} ?checked=${!!e.default}><span>${t}</span></label>${o}</div>`:s`<div class="field"><label for=${r}>${t}${u}</label>${o}${lf(e,r,d,n)}</div>`}function lf(e,t,n,r){let d=r?`${t}-about`:l;if(e.type===Br&&e.style===2)return s`<textarea id=${t} name=${e.custom_id} rows="5" ?required=${n} placeholder=${e.placeholder??""} aria-describedby=${d}
      maxlength=${e.max_length??l} .value=${e.value??""}></textarea>`;if(e.type===Br)return s`<input id=${t} name=${e.custom_id} type="text" autocomplete="off" ?required=${n} placeholder=${e.placeholder??""}
      aria-describedby=${d} maxlength=${e.max_length??l} .value=${e.value??""}>`;if(e.type===is){let o=e.max_values??1,a=c=>{let g=c.target;g.parentElement.querySelector(".drop-words").textContent=[...g.files??[]].map(m=>m.name).join(", ")||us(o)};return s`<span class="drop-box">${h("upload")}<span class="drop-words">${us(o)}</span><input id=${t} name=${e.custom_id} type="file" ?multiple=${o>1} aria-describedby=${d} @change=${a}></span>`}let u=Bn(e);return s`<span class="menu"><select id=${t} name=${e.custom_id} ?required=${n} aria-describedby=${d}>
    ${u.some(o=>o.default)&&n?l:s`<option value="" ?disabled=${n} ?selected=${!u.some(o=>o.default)}>${e.placeholder||"Make a selection"}</option>`}
    ${u.map(o=>s`<option value=${o.value} ?selected=${!!o.default}>${o.label}</option>`)}</select>${h("chevronDown")}</span>`}var os=e=>e.type===sf||of.has(e.type)&&(e.max_values??1)>1,us=e=>e>1?`Choose up to ${e} files, or drop them here`:"Choose a file, or drop it here";function cf(e,t){let n={},r=[],d=u=>[...t.elements].filter(o=>o.name===u);for(let u of e.flatMap(o=>o.component??o.components??[])){let o=u.custom_id;if(!o)continue;let[a]=d(o);if(a)if(u.type===Br)n[o]=a.value;else if(u.type===jr)n[o]=a.checked;else if(u.type===jn)n[o]=d(o).find(c=>c.checked)?.value??null;else if(os(u))n[o]=d(o).filter(c=>c.checked).map(c=>c.value);else if(u.type===is){n[o]=[];for(let c of a.files??[])r.push([o,c])}else n[o]=[...a.selectedOptions].map(c=>c.value).filter(Boolean)}return[n,r]}var ff=()=>i.online&&(i.status.phase==="ready"||i.status.phase==="loading"),qn=e=>s`<i class="presence ${!e.bot||ff()?"here":""}" aria-hidden="true"></i>`,Hn=e=>i.roles.find(t=>t.hoist&&e.roles.includes(t.id)),qt=e=>e.id===i.owner?"Owner":Hn(e)?.name??"Visitor";function pf(e){let t=Hn(e)?.color;return s`<div class="member"><span class="with-status">${G(e)}${qn(e)}</span><span class="member-name ${e.bot?"by-bot":""} ${t?"coloured":""}"
    ${Z("--role",Te(t))}>${e.name}</span>${e.id===i.owner?s`<span class="crown" title="Owns this server">${h("crown")}<span class="sr">owner</span></span>`:l}${e.bot?s`<span class="tag">App</span>`:l}${e.id===i.me?s`<small>you</small>`:l}</div>`}function as(){let e=[...i.users.values()],t=e.filter(d=>!d.bot),n=(d,u)=>u.length?s`<section><h2>${d} — ${u.length}</h2>${u.map(pf)}</section>`:l,r=i.roles.filter(d=>d.hoist);return s`${r.map(d=>n(`${d.name}s`,t.filter(u=>Hn(u)?.id===d.id)))}
    ${n("Members",t.filter(d=>!Hn(d)))}${n("Apps",e.filter(d=>d.bot))}`}function ls(){let e=i.users.get(i.me);if(!e)return l;let t=[...i.users.values()].filter(n=>!n.bot&&n.id!==e.id);return s`<div class="panel"><div class="panel-me"><span class="with-status">${G(e)}${qn(e)}</span>
      <span class="panel-name"><b>${e.name}</b><small>${qt(e)}</small></span></div>
    <nav class="panel-others" aria-label="Be someone else"><span>Open a tab as</span>${t.map(n=>s`<a href="/?as=${n.id}" target="_blank" rel="noopener"
      title="${n.name}: ${qt(n).toLowerCase()}" aria-label="Open a tab as ${n.name}, ${qt(n).toLowerCase()}">${n.name}</a>`)}</nav></div>`}var mf={},cs=O(class extends j{constructor(){super(...arguments),this.ot=mf}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((r,d)=>r===this.ot[d]))return C}else if(this.ot===t)return C;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}});var lt=40,Hr=null;function hf(e){let t=[];try{t=[...atob(e)].map(n=>n.charCodeAt(0))}catch{}return Array.from({length:lt},(n,r)=>{let d=t.slice(Math.floor(r*t.length/lt),Math.max(Math.floor((r+1)*t.length/lt),Math.floor(r*t.length/lt)+1));return d.length?Math.max(...d)/255:0})}var qr=class extends HTMLElement{static observedAttributes=["src","seconds","waveform"];audio=new Audio;bars=[];connectedCallback(){this.audio.preload="none";for(let t of["play","pause","ended","timeupdate","seeked"])this.audio.addEventListener(t,this.draw);this.audio.addEventListener("error",this.draw),this.attributeChangedCallback()}disconnectedCallback(){this.audio.pause()}attributeChangedCallback(){if(!this.isConnected)return;let t=this.getAttribute("src")??"";this.audio.getAttribute("src")!==t&&this.audio.setAttribute("src",t),this.bars=hf(this.getAttribute("waveform")??""),this.draw()}get seconds(){return Number(this.getAttribute("seconds"))||0}toggle=()=>{if(!this.audio.paused)return this.audio.pause();Hr!==this.audio&&Hr?.pause(),Hr=this.audio,this.audio.play().catch(()=>this.draw())};jump=t=>{this.audio.currentTime=Number(t.target.value),this.draw()};draw=()=>{let t=this.audio.ended?0:this.audio.currentTime,n=!this.audio.paused&&!this.audio.ended,r=this.seconds?t/this.seconds:0,d=t>0?`${Le(t)} / ${Le(this.seconds)}`:Le(this.seconds);Xt(this.audio.error?s`<span class="voice-words">This recording cannot be played here.</span>`:s`
      <button type="button" class="voice-play" aria-label=${n?"Pause":"Play voice message"} @click=${this.toggle}>${h(n?"pause":"play")}</button>
      <span class="voice-wave"><svg viewBox="0 0 ${lt*4} 32" preserveAspectRatio="none" aria-hidden="true">${this.bars.map((u,o)=>$t`<rect class=${(o+.5)/lt<=r?"heard":""} x=${o*4+.5} width="2.5" rx="1.2" y=${16-Math.max(u*15,1.5)} height=${Math.max(u*30,3)} />`)}</svg>
        <input type="range" min="0" max=${this.seconds} step="any" .value=${String(t)} aria-label="Place in the voice message" aria-valuetext=${d} @input=${this.jump}></span>
      <span class="voice-time">${d}</span>`,this)}};customElements.define("ink-voice",qr);var fs=(e,t,n)=>s`<ink-voice class="voice" src=${e} seconds=${t} waveform=${n}></ink-voice>`;var gf=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F389}","\u{1F440}","\u{1F64F}","\u2705","\u{1F525}"],vf={all:"Message actions",react:"Add a reaction",forward:"Forward to",delete:"Delete this message?"},fe=ce(),ct=null;function me(e,t,n){ct=document.activeElement,i.sheet={message:e.id,kind:t},f(),fe.value&&!fe.value.open&&fe.value.showModal(),ms(n.x,n.y)}function ms(e,t){let n=fe.value;n&&(n.style.setProperty("--x",`${Math.max(8,Math.min(e,innerWidth-n.offsetWidth-8))}px`),n.style.setProperty("--y",`${Math.max(8,Math.min(t,innerHeight-n.offsetHeight-8))}px`))}var Un=e=>{let t=e.currentTarget.getBoundingClientRect();return{x:t.right-240,y:t.bottom+4}};function pt(){i.sheet=null,fe.value?.close(),f(),!(!(ct instanceof HTMLElement)||!ct.isConnected||document.activeElement!==document.body)&&(ct.matches("article")?Mn(ct):ct.focus())}function hs(e,t){let n=e.target;if(i.sheet)return e.preventDefault();if(n.closest("a, textarea, input, select")||getSelection()?.toString()&&!matchMedia("(hover: none)").matches)return;e.preventDefault();let r=e.currentTarget.getBoundingClientRect(),d=e.clientX||e.clientY;me(t,"all",d?{x:e.clientX,y:e.clientY}:{x:r.left+72,y:r.top+24})}var bf=450,pe=null;function gs(e,t){if(e.pointerType!=="touch"||e.target.closest("a, button, select, textarea, input"))return;Ut();let{clientX:n,clientY:r}=e;pe={x:n,y:r,timer:setTimeout(()=>{pe=null,i.sheet||me(t,"all",{x:n,y:r})},bf)}}function vs(e){pe&&Math.hypot(e.clientX-pe.x,e.clientY-pe.y)>10&&Ut()}function Ut(){pe&&clearTimeout(pe.timer),pe=null}function $f(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(!t)return;e.preventDefault();let n=[...e.currentTarget.querySelectorAll("button")];n[(n.indexOf(document.activeElement)+t+n.length)%n.length]?.focus()}function bs(){let e=i.sheet,t=e&&i.messages.get(i.current)?.find(n=>n.id===e.message);return!e||!t?l:s`<dialog ${V(fe)} class="sheet" aria-label=${vf[e.kind]} @close=${()=>{i.sheet&&pt()}}
    @keydown=${$f} @click=${n=>{n.target===n.currentTarget&&pt()}}
    @contextmenu=${n=>n.preventDefault()}><div class="sheet-body">${e.kind==="delete"?_f(t):e.kind==="forward"?xf(t):s`${yf(t)}${e.kind==="all"?wf(t):l}`}</div></dialog>`}function yf(e){return(e.flags??0)&64?l:s`<div class="quick" role="group" aria-label="Quick reactions">${gf.map(t=>{let n=!!e.reactions?.some(r=>r.emoji.name===t&&r.me);return s`<button type="button" class=${n?"mine":""} aria-label="React with ${t}" aria-pressed=${n} @click=${()=>{pt(),sn(e,t,n)}}>${t}</button>`})}</div>`}function wf(e){let t=xe(e),n=t.use?$d():[];return s`<div class="doings">
    ${t.answer?ft("reply","Reply",()=>kt(e)):l}
    ${t.forward?s`<button type="button" class="doing" @click=${()=>ps("forward")}>${h("forward")}<span>Forward</span></button>`:l}
    ${t.edit?ft("pencil","Edit message",()=>_e(e)):l}
    ${e.content?ft("copy","Copy text",()=>{navigator.clipboard?.writeText(e.content)}):l}
    ${t.dismiss?ft("eye","Dismiss message",()=>{an(e)}):l}
    ${t.delete?s`<button type="button" class="doing danger" @click=${()=>ps("delete")}>${h("trash")}<span>Delete message</span></button>`:l}
    ${n.length?s`<div role="group" aria-labelledby="apps"><h2 id="apps">Apps</h2>${n.map(r=>ft("grid",r,()=>{Id(e,r)},i.users.get(i.bot)?.name))}</div>`:l}</div>`}function ft(e,t,n,r,d){return s`<button type="button" class="doing" aria-label=${d??l} @click=${()=>{pt(),n()}}>${h(e)}<span>${t}</span>${r?s`<small aria-hidden="true">${r}</small>`:l}</button>`}function ps(e){i.sheet&&(i.sheet.kind=e),f();let{left:t,top:n}=fe.value.getBoundingClientRect();ms(t,n),fe.value?.querySelector("button")?.focus()}function xf(e){return s`<p class="sheet-ask">Forward to</p><div class="doings">${i.channels.map(t=>ft(t.kind==="dm"?"atSign":t.hidden?"lock":"hash",t.name,()=>{Sd(e,t.id)},void 0,F(t)))}</div>`}function _f(e){return s`<p class="sheet-ask">Delete this message${de()?.kind==="dm"?"":" for everyone"}? It cannot be brought back.</p>
    <div class="sheet-answers"><button type="button" class="button button-secondary" @click=${pt}>Keep it</button>
    <button type="button" class="button button-danger" @click=${()=>{pt(),Pd(e)}}>Delete</button></div>`}var Ef=420*1e3,Se=(e,t)=>((e.flags??0)&t)!==0;function $s(e,t){return!!t&&t.author.id===e.author.id&&!e.referenced_message&&!e.interaction_metadata&&!Se(e,64)&&!Se(t,64)&&new Date(e.timestamp).getTime()-new Date(t.timestamp).getTime()<Ef}function ys(e,t){let n=De(e.author),r=Se(e,64),d=Se(e,128),u=new Date(e.timestamp),o=e.mentions?.some(a=>a.id===i.me)&&e.author.id!==i.me;return s`<article class="message ${t?"compact":""} ${r?"ephemeral":""} ${o?"mentions-me":""}"
      aria-label=${`${n.name}, ${R(u,"t")}`} data-message=${e.id}
      @contextmenu=${a=>hs(a,e)} @pointerdown=${a=>gs(a,e)}
      @pointermove=${vs} @pointerup=${Ut} @pointercancel=${Ut} @keydown=${a=>Tf(a,e)}>
    ${Cf(e)}
    ${t?s`<span class="gutter" aria-hidden="true">${R(u,"t")}</span>`:s`<span class="gutter">${G(n)}</span>`}
    <div class="body">
      ${t?l:s`<header><span class="author ${n.bot?"by-bot":""}">${n.name}</span>${n.bot?s`<span class="tag">App</span>`:l}<time datetime=${e.timestamp} title=${R(u,"F")}>${tr(e.timestamp)}</time></header>`}
      ${d?s`<p class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${n.name} is thinking…</p>`:i.editing===e.id?Af(e):ws(e)}
      ${Df(e)}
      ${i.failures.has(e.id)?s`<p class="failure" role="alert">${h("alert")}${i.failures.get(e.id)}</p>`:l}
      ${r?s`<p class="only-you">${h("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link"
        @click=${()=>an(e)}>Dismiss message</button></p>`:l}
    </div>
    ${d||i.editing===e.id?l:Mf(e,n.name)}
  </article>`}function Mf(e,t){let n=xe(e);return s`<div class="tools" role="group" aria-label="Actions">
    ${n.answer?s`<button type="button" class="ghost" aria-label="Add a reaction" title="Add a reaction" @click=${r=>me(e,"react",Un(r))}>${h("smile")}</button>
      <button type="button" class="ghost" aria-label="Reply to ${t}" title="Reply" @click=${()=>kt(e)}>${h("reply")}</button>`:l}
    ${n.edit?s`<button type="button" class="ghost" aria-label="Edit message" title="Edit" @click=${()=>_e(e)}>${h("pencil")}</button>`:l}
    <button type="button" class="ghost" aria-label="More actions" title="More" aria-haspopup="dialog" @click=${r=>me(e,"all",Un(r))}>${h("ellipsis")}</button></div>`}function Tf(e,t){if(e.target!==e.currentTarget||e.ctrlKey||e.metaKey||e.altKey)return;let n=xe(t),r=e.currentTarget.getBoundingClientRect(),d={x:r.left+72,y:r.top+24};if(e.key==="Enter")me(t,"all",d);else if(e.key==="r"&&n.answer)kt(t);else if(e.key==="e"&&n.edit)_e(t);else if(e.key==="+"&&n.answer)me(t,"react",d);else return;e.preventDefault()}function Af(e){let t=r=>r.currentTarget.closest(".editing").querySelector("textarea"),n=r=>{r.stopPropagation(),!r.isComposing&&(r.key==="Escape"&&on(),r.key==="Enter"&&!r.shiftKey&&(r.preventDefault(),mr(e,t(r).value)))};return s`<div class="editing"><textarea aria-label="Edit message" rows="1" maxlength="2000" spellcheck="false" .value=${e.content} @keydown=${n}></textarea>
    <div class="edit-foot"><button type="button" class="link" @click=${on}>Cancel</button><span aria-hidden="true">·</span><button type="button" class="link"
      @click=${r=>{mr(e,t(r).value)}}>Save</button></div></div>`}function ws(e){let t=e.edited_timestamp?s`<span class="edited" title=${R(new Date(e.edited_timestamp),"F")}>(edited)</span>`:l;if(Se(e,32768))return s`<div class="parts">${at(e.components,e)}</div>${e.edited_timestamp?s`<div class="edited-line">${t}</div>`:l}`;if(e.message_snapshots?.length)return Sf(e);let n=Se(e,8192)?e.attachments[0]:void 0;return n?fs(n.url,n.duration_secs??0,n.waveform??""):s`${e.content||e.edited_timestamp?s`<div class="text prose">${X(e.content)}${e.edited_timestamp?s` ${t}`:l}</div>`:l}
    ${Xi(e.attachments??[])}
    ${(e.embeds??[]).map(r=>Lf(r,e))}
    ${e.components?.length?s`<div class="parts">${at(e.components,e)}</div>`:l}`}function Sf(e){let t=i.channels.find(n=>n.id===e.message_reference?.channel_id);return s`<div class="forwarded"><p class="forwarded-mark">${h("forward")}Forwarded</p>
    ${e.message_snapshots.map(({message:n})=>ws({...e,message_snapshots:void 0,...n,id:e.id}))}
    ${t?s`<button type="button" class="forwarded-from" @click=${()=>{ie(t.id)}}>${F(t)}<span aria-hidden="true">·</span>${tr(e.message_snapshots[0].message.timestamp)}</button>`:l}</div>`}function Cf(e){let t=e.interaction_metadata,n=t?.name??e.interaction?.name;if(t&&n&&!e.referenced_message){let o=De(t.user);return s`<div class="context">${G(o)}<span class="context-name">${o.name}</span> used <span class="mention">${t.command_type===3?"":"/"}${n}</span></div>`}let r=e.referenced_message;if(e.message_snapshots?.length||!e.message_reference&&!r)return l;if(!r)return s`<div class="context"><em>Original message was deleted</em></div>`;let d=De(r.author),u=Tr(r.content)||Rf(r)||(Se(r,8192)?"Voice message":r.attachments?.length?"Click to see attachment":"Click to see message");return s`<div class="context">${G(d)}<button type="button" class="context-jump" title="Go to this message"
    @click=${()=>Ar(r.id)}><span class="context-name">${d.name}</span><span class="context-words">${u}</span></button></div>`}function Rf(e){let t=[...e.components??[]];for(let n=t.shift();n;n=t.shift()){if(n.content)return Tr(n.content);t.unshift(...n.components??[])}return""}function Df(e){return e.reactions?.length?s`<div class="reactions">${e.reactions.map(t=>s`<button type="button" class="reaction ${t.me?"mine":""}" aria-pressed=${t.me}
    aria-label=${`${t.emoji.name}, ${t.count}`} ?disabled=${!!t.emoji.id} @click=${()=>sn(e,t.emoji.name??"",t.me)}>${kn(t.emoji)}<b>${t.count}</b></button>`)}
    <button type="button" class="reaction add" aria-label="Add a reaction to this" title="Add a reaction" @click=${t=>me(e,"react",Un(t))}>${h("smile")}</button></div>`:l}function Lf(e,t){let n=Ct(e.url??""),r=[e.footer?.text,e.timestamp?R(new Date(e.timestamp),"f"):""].filter(Boolean).join(" \xB7 ");return s`<div class="embed" ${Z("--accent-bar",Te(e.color))}><div class="embed-words">
    ${e.author?s`<div class="embed-author">${e.author.name}</div>`:l}
    ${e.title?s`<div class="embed-title">${n?s`<a href=${n} target="_blank" rel="noopener noreferrer">${e.title}</a>`:X(e.title)}</div>`:l}
    ${e.description?s`<div class="text prose">${X(e.description)}</div>`:l}
    ${e.fields?.length?s`<dl class="fields">${e.fields.map(d=>s`<div class=${d.inline?"inline":""}><dt>${X(d.name)}</dt><dd class="prose">${X(d.value)}</dd></div>`)}</dl>`:l}
    ${Ae(e.image)?Pn([{media:e.image}],t):l}
    ${r?s`<div class="embed-foot">${r}</div>`:l}
    </div>${e.thumbnail?Nn(e.thumbnail,null,t):l}</div>`}function xs(e){let t=i.users.get(i.me),n=i.users.get(i.bot);return s`<article class="message pending" aria-label=${`/${e.path}, ${e.failed?"failed":"sending"}`}>
    <div class="context">${t?G(t):l}<span class="context-name">${t?.name}</span> used <span class="mention">/${e.path}</span></div>
    <span class="gutter"><span class="avatar avatar-bot" aria-hidden="true">${se()}</span></span>
    <div class="body"><header><span class="author by-bot">${n?.name}</span><span class="tag">App</span></header>
      ${e.failed?s`<p class="failure" role="alert">${h("alert")}The application did not respond</p>
        <p class="only-you">${h("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link" @click=${()=>Dd(e.id)}>Dismiss message</button></p>`:s`<p class="thinking" role="status">Sending command…</p>`}
    </div></article>`}var Of=120,If=1500,he=!0,_s="",ks=0,As=-1/0,Es="",Ms=null,Ts=new ResizeObserver(()=>mt());function Ss(){let e=de(),t=i.messages.get(i.current)??[],n=i.pending.filter(d=>d.channel===i.current),r=n.at(-1)?.id??t.findLast(d=>d.author.id===i.me)?.id??"";return r!==Es&&(Es=r,he=!0),s`<div class="scroller" tabindex="0" @scroll=${Bf} @keydown=${jf} @wheel=${{handleEvent:Fn,passive:!0}}
    @touchmove=${{handleEvent:Fn,passive:!0}} @pointerdown=${Fn}>
    <div class="messages" role="log" aria-label="Messages">
      ${e&&i.loaded?Nf(e,!t.length&&!n.length):l}
      ${Lt(t,d=>d.id,(d,u)=>Pf(d,t[u-1]))}
      ${Lt(n,d=>d.id,xs)}
    </div></div>
    ${he?l:s`<button type="button" class="to-end" @click=${Hf}>${h("arrowDown")}<span>Newest messages</span></button>`}`}function Pf(e,t){let n=new Date(e.timestamp).toDateString(),r=!t||new Date(t.timestamp).toDateString()!==n,d=!r&&$s(e,t);return s`${r&&t?s`<div class="day" role="separator"><span>${R(new Date(e.timestamp),"D")}</span></div>`:l}
    ${cs([e,d,n,new Date(ae()).toDateString()],()=>ys(e,d))}`}function Nf(e,t){return s`<div class="welcome ${t?"":"small"}">
    <div class="welcome-mark" aria-hidden="true">${e.kind==="dm"?s`<span class="avatar avatar-bot">${se()}</span>`:h("hash")}</div>
    <h2>${e.kind==="dm"?"Inkling":`Welcome to #${e.name}`}</h2>
    <p>${e.kind==="dm"?"Your direct messages with Inkling. Nobody else sees them.":s`Type <kbd>/</kbd> to see what Inkling can do${t&&ue().length?", or begin with one of these":""}.`}</p>
    ${t?Pr():l}
  </div>`}function Fn(){As=performance.now()}function Bf(e){let t=e.currentTarget,n=t.scrollHeight-t.scrollTop-t.clientHeight<Of,r=t.scrollTop<ks&&performance.now()-As<If;ks=t.scrollTop;let d=n||he&&!r;d!==he&&(he=d,f())}function jf(e){Fn();let t=e.target,n=e.currentTarget,r={ArrowUp:-1,ArrowDown:1}[e.key];if(e.key==="Escape")return document.querySelector(".composer textarea")?.focus();if(!r||!(t===n||t.matches("article.message")))return;let d=[...n.querySelectorAll("article[data-message]")],u=d.indexOf(t),o=d[u<0?r<0?d.length-1:0:u+r];o&&(e.preventDefault(),Mn(o))}function Hf(){he=!0,mt(),f()}function mt(){let e=document.querySelector(".scroller");if(!e)return;let t=e.firstElementChild;t&&t!==Ms&&(Ts.disconnect(),Ts.observe(t),Ms=t),_s!==i.current&&(_s=i.current,he=!0),he&&(e.scrollTop=e.scrollHeight)}var Ds=[["limit","Rate limit","Discord answers the next three requests with \u201Ctoo many\u201D; Inkling waits and asks again."],["errors","Server errors","Discord's next two answers are errors (502); Inkling tries again by itself."],["slow","Slow network","Every answer from Discord takes two seconds longer, until you make all well."],["drop","Cut the connection","Inkling loses its live connection once, takes it up again and reads what it missed."],["session","Forget the session","The connection is cut and cannot be resumed; Inkling has to log in anew."],["expire","Expire all tokens","Buttons and commands asked so far count as 15 minutes old; results come another way."]],qf=1e3,Uf=2500,Cs,Gn="",Ff=()=>Ds.filter(([e])=>i.trouble[e]).map(([,e])=>e.toLowerCase()).join(", ");async function Ft(){clearTimeout(Cs),i.trouble=await x.troubles().catch(()=>({})),f(),Object.keys(i.trouble).length&&(Cs=setTimeout(()=>{Ft()},qf))}async function Ls(e){let t=await D(x.trouble(e));t&&(i.trouble=t,Gn=t[e]?"":e,setTimeout(()=>{Gn===e&&(Gn="",f())},Uf),await Ft())}function Ur(){Re("trouble"),i.panel==="trouble"&&Ft()}function Gf(e){let t=i.trouble[e];return t?s`<span class="left">${e==="slow"?"on":`${t} left`}</span>`:Gn===e?s`<span class="left" role="status">done</span>`:l}function Os(){let e=Ff();return i.panel!=="trouble"?e?s`<div class="banner made" role="status">${h("trouble")}<span>Trouble is on: ${e}.</span>${Rs()}</div>`:l:s`<section class="made-panel" aria-label="Trouble">
    <div class="made-head"><h2>${h("trouble")}Trouble, on purpose</h2><span class="spacer"></span>${Rs(!e)}<button type="button" class="ghost" aria-label="Close the trouble panel"
      @click=${Ur}>${h("x")}</button></div>
    <p>A bad day at Discord, to see what Inkling does then. It touches only this playground.</p>
    <div class="kinds">${Ds.map(([t,n,r])=>s`<button type="button" class="kind ${i.trouble[t]?"on":""}" @click=${()=>{Ls(t)}}><span class="kind-name">${n}${Gf(t)}</span> <span class="kind-about">${r}</span></button>`)}</div></section>`}var Rs=(e=!1)=>s`<button type="button" class="button button-secondary" ?disabled=${e} @click=${()=>{Ls("well")}}>Make all well</button>`;function Ps(){let e=de();return s`
    <header class="mark"><span class="mark-dot" aria-hidden="true"></span><span><b>Playground</b> — ${Vf()}<span class="wide-only"> Nothing leaves it, and it starts fresh each time.</span><span class="phone-only"> Nothing leaves it.</span></span></header>
    <div class="app ${i.drawer?`drawer-${i.drawer}`:""} ${i.membersShown?"with-members":""}">
      <nav class="rail" aria-label="Servers"><button type="button" class="server current" aria-label=${i.guildName} aria-current="true" title=${i.guildName}
        @click=${()=>{let t=i.channels[0];t&&ie(t.id)}}>${se()}</button></nav>
      <div class="side" role="region" aria-label="Server">
        <div class="side-head"><h2>${i.guildName}</h2></div>
        <button type="button" class="channel begin" @click=${zi}>${h("compass")}<span>Start here</span></button>
        <nav class="channels" aria-label="Channels">${Is("Text channels","text")}${Is("Direct messages","dm")}</nav>
        ${ls()}
      </div>
      <main class="chat" aria-label=${e?F(e):"Channel"}>
        <header class="chat-head">
          <button type="button" class="ghost only-phone ${i.unread.size?"news":""}" aria-label=${`Show channels${i.unread.size?", new messages":""}`} @click=${()=>Ns("channels")}>${h("menu")}</button>
          <span class="chat-kind" aria-hidden="true">${e?h(Bs(e)):l}</span><h1>${e?.name}</h1>
          ${e?.topic?s`<span class="topic" title=${e.topic}>${e.topic}</span>`:l}
          <span class="spacer"></span>
          <button type="button" class="ghost" aria-label="Time travel" title="Time travel" aria-expanded=${i.panel==="clock"} @click=${()=>Re("clock")}>${h("clock")}</button>
          <button type="button" class="ghost" aria-label="Trouble" title="Trouble, on purpose" aria-expanded=${i.panel==="trouble"} @click=${Ur}>${h("trouble")}</button>
          <button type="button" class="ghost" aria-label="Bot log" title="Bot log" aria-pressed=${i.logShown} @click=${()=>{i.logShown=!i.logShown,f()}}>${h("scrollText")}</button>
          <button type="button" class="ghost" aria-label="Member list" title="Member list" aria-pressed=${i.membersShown} @click=${zf}>${h("users")}</button>
        </header>
        ${Wf()}${Tu()}${Os()}
        ${Ss()}
        ${Gi()}
        ${Qf()}
        ${i.logShown?Yf():l}
      </main>
      <aside class="members" aria-label="Members">${as()}</aside>
      <div class="scrim" @click=${()=>{i.drawer="",f()}}></div>
    </div>
    <div class="toasts" role="status" aria-live="polite">${i.toasts.map(t=>s`<div class="toast">${h(t.good?"check":"alert")}<span>${t.text}</span>
      <button type="button" class="ghost" aria-label="Put this message away" @click=${()=>{i.toasts=i.toasts.filter(n=>n!==t),f()}}>${h("x")}</button></div>`)}</div>
    ${Ji()}${ss()}${bs()}${Wi()}`}function Vf(){let e=i.users.get(i.me);return e&&e.id!==i.owner?s`in this tab you are <b>${e.name}</b>, ${qt(e).toLowerCase()}.`:"a Discord on this computer."}var Kf=()=>matchMedia("(max-width: 760px)").matches;function Ns(e){i.drawer=i.drawer===e?"":e,f()}function zf(){if(Kf())return Ns("members");i.membersShown=!i.membersShown,f()}function Is(e,t){let n=i.channels.filter(r=>r.kind===t);return s`<section><h2>${e}</h2>${n.map(r=>{let d=r.id===i.current,u=i.users.get(i.bot);return s`<button type="button" class="channel ${d?"current":""} ${i.unread.has(r.id)?"unread":""}" aria-current=${d?"page":l}
      @click=${()=>ie(r.id)}>${t==="dm"&&u?s`<span class="with-status">${G(u)}${qn(u)}</span>`:h(Bs(r))}<span>${r.name}</span>${r.hidden&&t==="text"?s`<span class="sr">, not for everyone</span>`:l}${i.unread.has(r.id)?s`<span class="sr">, new messages</span>`:l}</button>`})}</section>`}var Bs=e=>e.kind==="dm"?"atSign":e.hidden?"lock":"hash";function Wf(){let{phase:e,detail:t}=i.status;if(!i.online)return s`<div class="banner trouble" role="status">The playground has stopped or is not reachable. This page reconnects by itself.</div>`;let n={starting:"Inkling is starting\u2026 Its model loads in about 15 s; you can already look around.",loading:"Inkling is here. Its model is still loading; what you ask for now waits its turn.",restarting:"Inkling stopped and is being started again. Nothing that was accepted is lost.",stopped:"Inkling does not run. Its log says why."};return n[e]?s`<div class="banner ${e==="stopped"||e==="restarting"?"trouble":""}" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${n[e]}${t?s` <small>${t}</small>`:l}</span></div>`:l}function Qf(){let e=Ed(),t=e.length>2?s`<b>Several people</b> are typing…`:s`${e.map((n,r)=>s`${r?" and ":l}<b>${n}</b>`)} ${e.length>1?"are":"is"} typing…`;return s`<div class="typing" role="status">${e.length?s`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${t}</span>`:l}</div>`}function Yf(){return s`<section class="log" aria-label="Bot log"><div class="log-head"><b>Bot log</b><button type="button" class="ghost" aria-label="Close the bot log" @click=${()=>{i.logShown=!1,f()}}>${h("x")}</button></div>
    <pre tabindex="0">${i.log.length?i.log.join(`
`):"Nothing yet."}</pre></section>`}var Fr=document.getElementById("root");function Gr(){Xt(Ps(),Fr),mt();let e=i.channels.find(n=>n.id===i.current),t=i.me===i.owner?"":`${xt.user(i.me)} in `;document.title=e?`${i.unread.size?"\u25CF ":""}${t}${F(e)} \u2014 Inkling playground`:"Inkling playground"}new ResizeObserver(mt).observe(Fr);Fr.addEventListener("load",mt,!0);for(let e of["dragover","drop"])document.addEventListener(e,t=>{t.preventDefault();let n=t.dataTransfer?.files;if(e!=="drop"||!n?.length)return;if(!i.modal)return Et(n);let r=t.target.closest?.(".drop-box")?.querySelector("input");r&&(r.files=n,r.dispatchEvent(new Event("change")))});document.addEventListener("keydown",e=>{(document.activeElement===document.body||document.activeElement?.matches(".scroller"))&&e.key.length===1&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&e.key!==" "&&document.querySelector(".composer textarea")?.focus(),e.key==="Escape"&&i.drawer&&(i.drawer="",Gr())});bd(Gr);Gr();xd().then(Ft).catch(e=>{document.querySelector("#root").textContent=e.message});

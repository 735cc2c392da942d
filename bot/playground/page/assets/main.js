var Bs=Object.create;var Gr=Object.defineProperty;var js=Object.getOwnPropertyDescriptor;var Hs=Object.getOwnPropertyNames;var qs=Object.getPrototypeOf,Us=Object.prototype.hasOwnProperty;var k=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(n){throw t=0,n}};var Fs=(e,t,n,r)=>{if(t&&typeof t=="object"||typeof t=="function")for(let d of Hs(t))!Us.call(e,d)&&d!==n&&Gr(e,d,{get:()=>t[d],enumerable:!(r=js(t,d))||r.enumerable});return e};var Gs=(e,t,n)=>(n=e!=null?Bs(qs(e)):{},Fs(t||!e||!e.__esModule?Gr(n,"default",{value:e,enumerable:!0}):n,e));var E=k(wr=>{"use strict";Object.defineProperty(wr,"__esModule",{value:!0});var oa=/\r\n?/g,aa=/\t/g,la=/\f/g,Ou=function(e){return e.replace(oa,`
`).replace(la,"").replace(aa,"    ")},Iu=function(e,t){var n=e||{};if(t!=null)for(var r in t)Object.prototype.hasOwnProperty.call(t,r)&&(n[r]=t[r]);return n},Pu=function(e,t){var n=Object.keys(e).filter(function(s){var a=e[s];if(a==null||a.match==null)return!1;var c=a.order;return(typeof c!="number"||!isFinite(c))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+s+"`: "+String(c)),!0});n.sort(function(s,a){var c=e[s],g=e[a],m=c.order,p=g.order;if(m!==p)return m-p;var b=c.quality?0:1,v=g.quality?0:1;return b!==v?b-v:s<a?-1:s>a?1:0});var r,d=function(s,a){var c=[];for(a=a||r,r=a;s;){var g=null,m=null,p=null,b=NaN,v=0,y=n[0],w=e[y];do{var P=w.order,N=a.prevCapture==null?"":a.prevCapture[0],Q=w.match(s,a,N);if(Q){var Ft=w.quality?w.quality(Q,a,N):0;Ft<=b||(g=y,m=w,p=Q,b=Ft)}v++,y=n[v],w=e[y]}while(w&&(!p||w.order===P&&w.quality));if(m==null||p==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+n[n.length-1]+`'. It seems to not match the following source:
`+s);if(p.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var U=m.parse(p,d,a);if(Array.isArray(U))Array.prototype.push.apply(c,U);else{if(U==null||typeof U!="object")throw new Error(`parse() function returned invalid parse result: '${U}'`);U.type==null&&(U.type=g),c.push(U)}a.prevCapture=p,s=s.substring(a.prevCapture[0].length)}return c},u=function(s,a){return r=Iu(a,t),!r.inline&&!r.disableAutoBlockNewlines&&(s=s+`

`),r.prevCapture=null,d(Ou(s),r)};return u},H=function(e){var t=function(n,r,d){return r.inline?e.exec(n):null};return t.regex=e,t},K=function(e){var t=function(n,r){return r.inline?null:e.exec(n)};return t.regex=e,t},br=function(e){var t=function(n,r){return e.exec(n)};return t.regex=e,t},fh=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,M=function(e,t,n,r){n=n||{},r=typeof r<"u"?r:!0;var d="";for(var u in n){var s=n[u];Object.prototype.hasOwnProperty.call(n,u)&&s&&(d+=" "+Pe(u)+'="'+Pe(s)+'"')}var a="<"+e+d+">";return r?a+t+"</"+e+">":a},$r=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},ca=/[<>&"']/g,fa={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},Pe=function(e){return String(e).replace(ca,function(t){return fa[t]})},pa=/\\([^0-9A-Za-z\s])/g,yr=function(e){return e.replace(pa,"$1")},gn=function(e,t,n){var r=n.inline||!1;n.inline=!0;var d=e(t,n);return n.inline=r,d},ma=function(e,t,n){var r=n.inline||!1;n.inline=!1;var d=e(t+`

`,n);return n.inline=r,d},pn=function(e,t,n){return{content:gn(t,e[1],n)}},vr=function(){return{}},vn="(?:[*+-]|\\d+\\.)",Nu="( *)("+vn+") +",Su=new RegExp("^"+Nu),ha=new RegExp(Nu+"[^\\n]*(?:\\n(?!\\1"+vn+` )[^\\n]*)*(
|$)`,"gm"),Bu=/\n{2,}$/,ga=/^ (?= *`)|(` *) $/g,va=Bu,Cu=/ *\n+$/,ba=new RegExp("^( *)("+vn+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+vn+` )\\n*|\\s*
*$)`),$a=/(?:^|\n)( *)$/,mn=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,n=/^ *-+: *$/,r=/^ *:-+: *$/,d=/^ *:-+ *$/,u=function(m){return n.test(m)?"right":r.test(m)?"center":d.test(m)?"left":null},s=function(m,p,b,v){v&&(m=m.replace(e,""));var y=m.trim().split("|");return y.map(u)},a=function(m,p,b,v){var y=b.inTable;b.inTable=!0;var w=p(m.trim(),b);b.inTable=y;var P=[[]];return w.forEach(function(N,Q){N.type==="tableSeparator"?(!v||Q!==0&&Q!==w.length-1)&&P.push([]):(N.type==="text"&&(w[Q+1]==null||w[Q+1].type==="tableSeparator")&&(N.content=N.content.replace(t,"")),P[P.length-1].push(N))}),P},c=function(m,p,b,v){var y=m.trim().split(`
`);return y.map(function(w){return a(w,p,b,v)})},g=function(m){return function(p,b,v){v.inline=!0;var y=a(p[1],b,v,m),w=s(p[2],b,v,m),P=c(p[3],b,v,m);return v.inline=!1,{type:"table",header:y,align:w,cells:P}}};return{parseTable:g(!0),parseNpTable:g(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),hn="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",Ru=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,ya=/mailto:/i,Du=function(e,t,n){var r=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[r]){var d=t._defs[r];n.target=d.target,n.title=d.title}return t._refs=t._refs||{},t._refs[r]=t._refs[r]||[],t._refs[r].push(n),n},_=0,bn={Array:{html:function(e,t,n){for(var r="",d=0;d<e.length;d++){var u=e[d];if(u.type==="text")for(u={type:"text",content:u.content};d+1<e.length&&e[d+1].type==="text";d++)u.content+=e[d+1].content;r+=t(u,n)}return r}},heading:{order:_++,match:K(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,n){return{level:e[1].length,content:gn(t,e[2].trim(),n)}},html:function(e,t,n){return M("h"+e.level,t(e.content,n))}},nptable:{order:_++,match:K(mn.NPTABLE_REGEX),parse:mn.parseNpTable,html:null},lheading:{order:_++,match:K(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,n){return{type:"heading",level:e[2]==="="?1:2,content:gn(t,e[1],n)}},html:null},hr:{order:_++,match:K(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:vr,html:function(e,t,n){return'<hr aria-hidden="true">'}},codeBlock:{order:_++,match:K(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,n){var r=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:r}},html:function(e,t,n){var r=e.lang?"markdown-code-"+e.lang:void 0,d=M("code",Pe(e.content),{class:r});return M("pre",d)}},fence:{order:_++,match:K(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,n){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:_++,match:K(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,n){var r=e[0].replace(/^ *> ?/gm,"");return{content:t(r,n)}},html:function(e,t,n){return M("blockquote",t(e.content,n))}},list:{order:_++,match:function(e,t){var n=t.prevCapture==null?"":t.prevCapture[0],r=$a.exec(n),d=t._list||!t.inline;return r&&d?(e=r[1]+e,ba.exec(e)):null},parse:function(e,t,n){var r=e[2],d=r.length>1,u=d?+r:void 0,s=e[0].replace(va,`
`).match(ha),a=!1,c=s.map(function(g,m){var p=Su.exec(g),b=p?p[0].length:0,v=new RegExp("^ {1,"+b+"}","gm"),y=g.replace(v,"").replace(Su,""),w=m===s.length-1,P=y.indexOf(`

`)!==-1,N=P||w&&a;a=N;var Q=n.inline,Ft=n._list;n._list=!0;var U;N?(n.inline=!1,U=y.replace(Cu,`

`)):(n.inline=!0,U=y.replace(Cu,""));var Ns=t(U,n);return n.inline=Q,n._list=Ft,Ns});return{ordered:d,start:u,items:c}},html:function(e,t,n){var r=e.items.map(function(s){return M("li",t(s,n))}).join(""),d=e.ordered?"ol":"ul",u={start:e.start};return M(d,r,u)}},def:{order:_++,match:K(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,n){var r=e[1].replace(/\s+/g," ").toLowerCase(),d=e[2],u=e[3];return n._refs&&n._refs[r]&&n._refs[r].forEach(function(s){s.target=d,s.title=u}),n._defs=n._defs||{},n._defs[r]={target:d,title:u},{def:r,target:d,title:u}},html:function(){return""}},table:{order:_++,match:K(mn.TABLE_REGEX),parse:mn.parseTable,html:function(e,t,n){var r=function(c){return e.align[c]==null?"":"text-align:"+e.align[c]+";"},d=e.header.map(function(c,g){return M("th",t(c,n),{style:r(g),scope:"col"})}).join(""),u=e.cells.map(function(c){var g=c.map(function(m,p){return M("td",t(m,n),{style:r(p)})}).join("");return M("tr",g)}).join(""),s=M("thead",M("tr",d)),a=M("tbody",u);return M("table",s+a)}},newline:{order:_++,match:K(/^(?:\n *)*\n/),parse:vr,html:function(e,t,n){return`
`}},paragraph:{order:_++,match:K(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:pn,html:function(e,t,n){var r={class:"paragraph"};return M("div",t(e.content,n),r)}},escape:{order:_++,match:H(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,n){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:_++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:_++,match:H(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:_++,match:H(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,n){var r=e[1],d=e[1];return ya.test(d)||(d="mailto:"+d),{type:"link",content:[{type:"text",content:r}],target:d}},html:null},url:{order:_++,match:H(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:_++,match:H(new RegExp("^\\[("+hn+")\\]\\("+Ru+"\\)")),parse:function(e,t,n){var r={content:t(e[1],n),target:yr(e[2]),title:e[3]};return r},html:function(e,t,n){var r={href:$r(e.target),title:e.title};return M("a",t(e.content,n),r)}},image:{order:_++,match:H(new RegExp("^!\\[("+hn+")\\]\\("+Ru+"\\)")),parse:function(e,t,n){var r={alt:e[1],target:yr(e[2]),title:e[3]};return r},html:function(e,t,n){var r={src:$r(e.target),alt:e.alt,title:e.title};return M("img","",r,!1)}},reflink:{order:_++,match:H(new RegExp("^\\[("+hn+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return Du(e,n,{type:"link",content:t(e[1],n)})},html:null},refimage:{order:_++,match:H(new RegExp("^!\\[("+hn+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return Du(e,n,{type:"image",alt:e[1]})},html:null},em:{order:_,match:H(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,n){return{content:t(e[2]||e[1],n)}},html:function(e,t,n){return M("em",t(e.content,n))}},strong:{order:_,match:H(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:pn,html:function(e,t,n){return M("strong",t(e.content,n))}},u:{order:_++,match:H(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:pn,html:function(e,t,n){return M("u",t(e.content,n))}},del:{order:_++,match:H(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:pn,html:function(e,t,n){return M("del",t(e.content,n))}},inlineCode:{order:_++,match:H(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,n){return{content:e[2].replace(ga,"$1")}},html:function(e,t,n){return M("code",Pe(e.content))}},br:{order:_++,match:br(/^ {2,}\n/),parse:vr,html:function(e,t,n){return"<br>"}},text:{order:_++,match:br(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,n){return{content:e[0]}},html:function(e,t,n){return Pe(e.content)}}},wa=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var n=function(r,d,u){return e[r.type][t](r,d,u)};return n},xa=function(e){var t=function(n,r){return r=r||{},Array.isArray(n)?n.map(function(d){return t(d,r)}).join(""):e(n,t,r)};return t},ju=function(e,t,n={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var r,d=e.Array||bn.Array,u=d[t];if(!u)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var s=u,a=function(g,m){return m=m||r,r=m,Array.isArray(g)?s(g,a,m):e[g.type][t](g,a,m)},c=function(g,m){return r=Iu(m,n),a(g,r)};return c},$n=Pu(bn),Hu=function(e,t){return t=t||{},t.inline=!1,$n(e,t)},_a=function(e,t){return t=t||{},t.inline=!0,$n(e,t)},Lu=function(e,t){var n=Bu.test(e);return t=t||{},t.inline=!n,$n(e,t)},qu=ju(bn,"html"),ka=function(e,t){return qu(Hu(e,t),t)},Ea={defaultRules:bn,parserFor:Pu,outputFor:ju,inlineRegex:H,blockRegex:K,anyScopeRegex:br,parseInline:gn,parseBlock:ma,markdownToHtml:ka,defaultBlockParse:Hu,defaultInlineParse:_a,defaultImplicitParse:Lu,defaultHtmlOutput:qu,preprocess:Ou,sanitizeText:Pe,sanitizeUrl:$r,unescapeUrl:yr,htmlTag:M,defaultRawParse:$n,ruleOutput:wa,htmlFor:xa,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),Lu.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};wr.default=Ea});var S=k($=>{"use strict";Object.defineProperty($,"__esModule",{value:!0});$.GuildNavigationRegex=$.SlashCommandRegex=$.SubtextRegex=$.HeadingRegex=$.TimestampRegex=$.TextRegex=$.StrikeThroughRegex=$.SpoilerRegex=$.EmoticonRegex=$.CodeBlockRegex=$.BlockQuoteRegex=$.HereRegex=$.EveryoneRegex=$.UserMentionRegex=$.RoleMentionRegex=$.EmojiRegex=$.ChannelMentionRegex=void 0;$.ChannelMentionRegex=/^<#(\d{17,20})>/;$.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;$.RoleMentionRegex=/^<@&(\d{17,20})>/;$.UserMentionRegex=/^<@!?(\d{17,20})>/;$.EveryoneRegex=/^@everyone/;$.HereRegex=/^@here/;$.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;$.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;$.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;$.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;$.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;$.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;$.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;$.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;$.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;$.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;$.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var Uu=k(Ne=>{"use strict";var Ma=Ne&&Ne.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ne,"__esModule",{value:!0});Ne.guildNavigation=void 0;var Ta=Ma(E()),Aa=S();Ne.guildNavigation={order:Ta.default.defaultRules.strong.order,match:e=>Aa.GuildNavigationRegex.exec(e),parse:function(e){var t,n,r;let d=(t=e[2])!==null&&t!==void 0?t:e[3];if(d==="linked-roles"){let u=(r=(n=e[4])===null||n===void 0?void 0:n.slice(1))!==null&&r!==void 0?r:null;return{id:e[1],navigation:d,roleId:u}}else return{id:e[1],navigation:d}}}});var Fu=k(Be=>{"use strict";var Sa=Be&&Be.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Be,"__esModule",{value:!0});Be.slashCommand=void 0;var Ca=Sa(E()),Ra=S();Be.slashCommand={order:Ca.default.defaultRules.strong.order,match:e=>Ra.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),n={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(n.subcommand=t[1]),t.length===3&&(n.subcommandGroup=t[1],n.subcommand=t[2]),n}}});var Gu=k(je=>{"use strict";var Da=je&&je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(je,"__esModule",{value:!0});je.everyone=void 0;var La=Da(E()),Oa=S();je.everyone={order:La.default.defaultRules.strong.order,match:e=>Oa.EveryoneRegex.exec(e),parse:function(){return{}}}});var Vu=k(yn=>{"use strict";Object.defineProperty(yn,"__esModule",{value:!0});yn.TwemojiRegex=void 0;yn.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var Ku=k(He=>{"use strict";var Ia=He&&He.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(He,"__esModule",{value:!0});He.twemoji=void 0;var Pa=Ia(E()),Na=Vu();He.twemoji={order:Pa.default.defaultRules.strong.order,match:e=>Na.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var zu=k(qe=>{"use strict";var Ba=qe&&qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(qe,"__esModule",{value:!0});qe.channel=void 0;var ja=Ba(E()),Ha=S();qe.channel={order:ja.default.defaultRules.strong.order,match:e=>Ha.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Wu=k(Ue=>{"use strict";var qa=Ue&&Ue.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.timestamp=void 0;var Ua=qa(E()),Fa=S();Ue.timestamp={order:Ua.default.defaultRules.strong.order,match:e=>Fa.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var Y=k(wn=>{"use strict";Object.defineProperty(wn,"__esModule",{value:!0});wn.extend=void 0;var Ga=(e,t)=>Object.assign({},t,e);wn.extend=Ga});var Qu=k(Fe=>{"use strict";var Va=Fe&&Fe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Fe,"__esModule",{value:!0});Fe.blockQuote=void 0;var Ka=Va(E()),za=Y(),Wa=S();Fe.blockQuote=(0,za.extend)({match:function(e,t,n){return!/^$|\n *$/.test(n)||t.inQuote?null:Wa.BlockQuoteRegex.exec(e)},parse:function(e,t,n){let r=e[0],u=!!/^ *>>> ?/.exec(r)?/^ *>>> ?/:/^ *> ?/gm,s=r.replace(u,"");return{content:t(s,Object.assign({},n,{inQuote:!0})),type:"blockQuote"}}},Ka.default.defaultRules.blockQuote)});var Xu=k(Ge=>{"use strict";var Qa=Ge&&Ge.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ge,"__esModule",{value:!0});Ge.strikethrough=void 0;var Yu=Qa(E()),Ya=Y(),Xa=S();Ge.strikethrough=(0,Ya.extend)({match:Yu.default.inlineRegex(Xa.StrikeThroughRegex)},Yu.default.defaultRules.del)});var Ju=k(Ve=>{"use strict";var Za=Ve&&Ve.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ve,"__esModule",{value:!0});Ve.codeBlock=void 0;var Zu=Za(E()),Ja=Y(),el=S();Ve.codeBlock=(0,Ja.extend)({match:Zu.default.inlineRegex(el.CodeBlockRegex),parse:function(e,t,n){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:n.inQuote||!1}}},Zu.default.defaultRules.codeBlock)});var ei=k(Ke=>{"use strict";var tl=Ke&&Ke.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ke,"__esModule",{value:!0});Ke.emoji=void 0;var nl=tl(E()),rl=S();Ke.emoji={order:nl.default.defaultRules.strong.order,match:e=>rl.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var ti=k(ze=>{"use strict";var dl=ze&&ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ze,"__esModule",{value:!0});ze.role=void 0;var ul=dl(E()),il=S();ze.role={order:ul.default.defaultRules.strong.order,match:e=>il.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var ni=k(We=>{"use strict";var sl=We&&We.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(We,"__esModule",{value:!0});We.autolink=void 0;var ol=sl(E()),al=Y();We.autolink=(0,al.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},ol.default.defaultRules.autolink)});var ri=k(Qe=>{"use strict";var ll=Qe&&Qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Qe,"__esModule",{value:!0});Qe.here=void 0;var cl=ll(E()),fl=S();Qe.here={order:cl.default.defaultRules.strong.order,match:e=>fl.HereRegex.exec(e),parse:function(){return{}}}});var di=k(Ye=>{"use strict";var pl=Ye&&Ye.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ye,"__esModule",{value:!0});Ye.emoticon=void 0;var ml=pl(E()),hl=S();Ye.emoticon={order:ml.default.defaultRules.text.order,match:e=>hl.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var ui=k(Xe=>{"use strict";var gl=Xe&&Xe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Xe,"__esModule",{value:!0});Xe.user=void 0;var vl=gl(E()),bl=S();Xe.user={order:vl.default.defaultRules.strong.order,match:e=>bl.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var ii=k(xn=>{"use strict";Object.defineProperty(xn,"__esModule",{value:!0});xn.spoiler=void 0;var $l=S();xn.spoiler={order:0,match:e=>$l.SpoilerRegex.exec(e),parse:function(e,t,n){return{content:t(e[1],n)}}}});var si=k(Ze=>{"use strict";var yl=Ze&&Ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ze,"__esModule",{value:!0});Ze.heading=void 0;var wl=yl(E()),xl=Y(),_l=S();Ze.heading=(0,xl.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?_l.HeadingRegex.exec(e):null}},wl.default.defaultRules.heading)});var oi=k(Je=>{"use strict";var kl=Je&&Je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Je,"__esModule",{value:!0});Je.subtext=void 0;var El=kl(E()),Ml=S();Je.subtext={order:El.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?Ml.SubtextRegex.exec(e):null},parse:function(e,t,n){return{content:t(e[1],n)}}}});var ai=k(et=>{"use strict";var Tl=et&&et.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(et,"__esModule",{value:!0});et.text=void 0;var Al=Tl(E()),Sl=Y(),Cl=S();et.text=(0,Sl.extend)({match:e=>Cl.TextRegex.exec(e)},Al.default.defaultRules.text)});var li=k(tt=>{"use strict";var Rl=tt&&tt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(tt,"__esModule",{value:!0});tt.url=void 0;var Dl=Rl(E()),Ll=Y();tt.url=(0,Ll.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Dl.default.defaultRules.url)});var fi=k(nt=>{"use strict";var Ol=nt&&nt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(nt,"__esModule",{value:!0});nt.em=void 0;var Il=Y(),ci=Ol(E());nt.em=(0,Il.extend)({parse:function(e,t,n){let r=ci.default.defaultRules.em.parse(e,t,Object.assign({},n,{inEmphasis:!0}));return n.inEmphasis?r.content:r}},ci.default.defaultRules.em)});var mi=k(rt=>{"use strict";var Pl=rt&&rt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(rt,"__esModule",{value:!0});rt.br=void 0;var pi=Pl(E()),Nl=Y();rt.br=(0,Nl.extend)({match:pi.default.anyScopeRegex(/^\n/)},pi.default.defaultRules.br)});var gi=k(I=>{"use strict";var Bl=I&&I.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(I,"__esModule",{value:!0});I.rulesExtended=I.rules=I.SimpleMarkdown=void 0;I.parse=hi;var oe=Bl(E());I.SimpleMarkdown=oe.default;var jl=Uu(),Hl=Fu(),ql=Gu(),Ul=Ku(),Fl=zu(),Gl=Wu(),Vl=Qu(),Kl=Xu(),zl=Ju(),Wl=ei(),Ql=ti(),Yl=ni(),Xl=ri(),Zl=di(),Jl=ui(),ec=ii(),tc=si(),nc=oi(),rc=ai(),dc=li(),uc=fi(),ic=mi();I.rules={blockQuote:Vl.blockQuote,codeBlock:zl.codeBlock,newline:oe.default.defaultRules.newline,escape:oe.default.defaultRules.escape,autolink:Yl.autolink,url:dc.url,em:uc.em,strong:oe.default.defaultRules.strong,underline:oe.default.defaultRules.u,strikethrough:Kl.strikethrough,inlineCode:oe.default.defaultRules.inlineCode,text:rc.text,emoticon:Zl.emoticon,br:ic.br,spoiler:ec.spoiler,heading:tc.heading,subtext:nc.subtext,user:Jl.user,channel:Fl.channel,role:Ql.role,emoji:Wl.emoji,everyone:ql.everyone,here:Xl.here,twemoji:Ul.twemoji,timestamp:Gl.timestamp,slashCommand:Hl.slashCommand,guildNavigation:jl.guildNavigation};I.rulesExtended=Object.assign(Object.assign({},I.rules),{link:oe.default.defaultRules.link});var sc=oe.default.parserFor(I.rules),oc=oe.default.parserFor(I.rulesExtended);function hi(e,t="normal"){return t==="normal"?sc(e,{inline:!0}):oc(e,{inline:!0})}I.default=hi});var Vn=globalThis,Vr=e=>e,Gt=Vn.trustedTypes,Kr=Gt?Gt.createPolicy("lit-html",{createHTML:e=>e}):void 0,Kn="$lit$",te=`lit$${Math.random().toFixed(9).slice(2)}$`,zn="?"+te,Vs=`<${zn}>`,be=document,ht=()=>be.createComment(""),gt=e=>e===null||typeof e!="object"&&typeof e!="function",Wn=Array.isArray,Zr=e=>Wn(e)||typeof e?.[Symbol.iterator]=="function",Gn=`[ 	
\f\r]`,mt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,zr=/-->/g,Wr=/>/g,ge=RegExp(`>|${Gn}(?:([^\\s"'>=/]+)(${Gn}*=${Gn}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Qr=/'/g,Yr=/"/g,Jr=/^(?:script|style|textarea|title)$/i,Qn=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),o=Qn(1),bt=Qn(2),Wf=Qn(3),C=Symbol.for("lit-noChange"),l=Symbol.for("lit-nothing"),Xr=new WeakMap,ve=be.createTreeWalker(be,129);function ed(e,t){if(!Wn(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Kr!==void 0?Kr.createHTML(t):t}var td=(e,t)=>{let n=e.length-1,r=[],d,u=t===2?"<svg>":t===3?"<math>":"",s=mt;for(let a=0;a<n;a++){let c=e[a],g,m,p=-1,b=0;for(;b<c.length&&(s.lastIndex=b,m=s.exec(c),m!==null);)b=s.lastIndex,s===mt?m[1]==="!--"?s=zr:m[1]!==void 0?s=Wr:m[2]!==void 0?(Jr.test(m[2])&&(d=RegExp("</"+m[2],"g")),s=ge):m[3]!==void 0&&(s=ge):s===ge?m[0]===">"?(s=d??mt,p=-1):m[1]===void 0?p=-2:(p=s.lastIndex-m[2].length,g=m[1],s=m[3]===void 0?ge:m[3]==='"'?Yr:Qr):s===Yr||s===Qr?s=ge:s===zr||s===Wr?s=mt:(s=ge,d=void 0);let v=s===ge&&e[a+1].startsWith("/>")?" ":"";u+=s===mt?c+Vs:p>=0?(r.push(g),c.slice(0,p)+Kn+c.slice(p)+te+v):c+te+(p===-2?a:v)}return[ed(e,u+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},vt=class e{constructor({strings:t,_$litType$:n},r){let d;this.parts=[];let u=0,s=0,a=t.length-1,c=this.parts,[g,m]=td(t,n);if(this.el=e.createElement(g,r),ve.currentNode=this.el.content,n===2||n===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(d=ve.nextNode())!==null&&c.length<a;){if(d.nodeType===1){if(d.hasAttributes())for(let p of d.getAttributeNames())if(p.endsWith(Kn)){let b=m[s++],v=d.getAttribute(p).split(te),y=/([.?@])?(.*)/.exec(b);c.push({type:1,index:u,name:y[2],strings:v,ctor:y[1]==="."?Kt:y[1]==="?"?zt:y[1]==="@"?Wt:ye}),d.removeAttribute(p)}else p.startsWith(te)&&(c.push({type:6,index:u}),d.removeAttribute(p));if(Jr.test(d.tagName)){let p=d.textContent.split(te),b=p.length-1;if(b>0){d.textContent=Gt?Gt.emptyScript:"";for(let v=0;v<b;v++)d.append(p[v],ht()),ve.nextNode(),c.push({type:2,index:++u});d.append(p[b],ht())}}}else if(d.nodeType===8)if(d.data===zn)c.push({type:2,index:u});else{let p=-1;for(;(p=d.data.indexOf(te,p+1))!==-1;)c.push({type:7,index:u}),p+=te.length-1}u++}}static createElement(t,n){let r=be.createElement("template");return r.innerHTML=t,r}};function $e(e,t,n=e,r){if(t===C)return t;let d=r!==void 0?n._$Co?.[r]:n._$Cl,u=gt(t)?void 0:t._$litDirective$;return d?.constructor!==u&&(d?._$AO?.(!1),u===void 0?d=void 0:(d=new u(e),d._$AT(e,n,r)),r!==void 0?(n._$Co??=[])[r]=d:n._$Cl=d),d!==void 0&&(t=$e(e,d._$AS(e,t.values),d,r)),t}var Vt=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:r}=this._$AD,d=(t?.creationScope??be).importNode(n,!0);ve.currentNode=d;let u=ve.nextNode(),s=0,a=0,c=r[0];for(;c!==void 0;){if(s===c.index){let g;c.type===2?g=new Ce(u,u.nextSibling,this,t):c.type===1?g=new c.ctor(u,c.name,c.strings,this,t):c.type===6&&(g=new Qt(u,this,t)),this._$AV.push(g),c=r[++a]}s!==c?.index&&(u=ve.nextNode(),s++)}return ve.currentNode=be,d}p(t){let n=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,n),n+=r.strings.length-2):r._$AI(t[n])),n++}},Ce=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,r,d){this.type=2,this._$AH=l,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=r,this.options=d,this._$Cv=d?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=$e(this,t,n),gt(t)?t===l||t==null||t===""?(this._$AH!==l&&this._$AR(),this._$AH=l):t!==this._$AH&&t!==C&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Zr(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==l&&gt(this._$AH)?this._$AA.nextSibling.data=t:this.T(be.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:r}=t,d=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=vt.createElement(ed(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===d)this._$AH.p(n);else{let u=new Vt(d,this),s=u.u(this.options);u.p(n),this.T(s),this._$AH=u}}_$AC(t){let n=Xr.get(t.strings);return n===void 0&&Xr.set(t.strings,n=new vt(t)),n}k(t){Wn(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,d=0;for(let u of t)d===n.length?n.push(r=new e(this.O(ht()),this.O(ht()),this,this.options)):r=n[d],r._$AI(u),d++;d<n.length&&(this._$AR(r&&r._$AB.nextSibling,d),n.length=d)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let r=Vr(t).nextSibling;Vr(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ye=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,r,d,u){this.type=1,this._$AH=l,this._$AN=void 0,this.element=t,this.name=n,this._$AM=d,this.options=u,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=l}_$AI(t,n=this,r,d){let u=this.strings,s=!1;if(u===void 0)t=$e(this,t,n,0),s=!gt(t)||t!==this._$AH&&t!==C,s&&(this._$AH=t);else{let a=t,c,g;for(t=u[0],c=0;c<u.length-1;c++)g=$e(this,a[r+c],n,c),g===C&&(g=this._$AH[c]),s||=!gt(g)||g!==this._$AH[c],g===l?t=l:t!==l&&(t+=(g??"")+u[c+1]),this._$AH[c]=g}s&&!d&&this.j(t)}j(t){t===l?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Kt=class extends ye{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===l?void 0:t}},zt=class extends ye{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==l)}},Wt=class extends ye{constructor(t,n,r,d,u){super(t,n,r,d,u),this.type=5}_$AI(t,n=this){if((t=$e(this,t,n,0)??l)===C)return;let r=this._$AH,d=t===l&&r!==l||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,u=t!==l&&(r===l||d);d&&this.element.removeEventListener(this.name,this,r),u&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Qt=class{constructor(t,n,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){$e(this,t)}},nd={M:Kn,P:te,A:zn,C:1,L:td,R:Vt,D:Zr,V:$e,I:Ce,H:ye,N:zt,U:Wt,B:Kt,F:Qt},Ks=Vn.litHtmlPolyfillSupport;Ks?.(vt,Ce),(Vn.litHtmlVersions??=[]).push("3.3.3");var Yt=(e,t,n)=>{let r=n?.renderBefore??t,d=r._$litPart$;if(d===void 0){let u=n?.renderBefore??null;r._$litPart$=d=new Ce(t.insertBefore(ht(),u),u,void 0,n??{})}return d._$AI(e),d};var ne=class extends Error{},Yn=new URLSearchParams(location.search).get("as"),rd=Yn&&/^\d+$/.test(Yn)?`?as=${Yn}`:"";async function T(e,t,n=[]){let r={};if(t&&n.length){let s=new FormData;s.append("payload",JSON.stringify(t));for(let[a,c]of n)s.append(a,c,c.name);r={method:"POST",body:s}}else t&&(r={method:"POST",body:JSON.stringify(t),headers:{"Content-Type":"application/json"}});let d;try{d=await fetch(`/api${e}${rd}`,r)}catch{throw new ne("The playground has stopped. Start it again in the console.")}if(d.status===413)throw new ne("These files are too large together.");let u=await d.json().catch(()=>null);if(!d.ok)throw new ne(u?.message??"That did not work. The console says more.");if(u?.refused)throw new ne(u.refused);return u}var x={state:()=>T("/state"),messages:e=>T(`/channels/${e}/messages`),commands:e=>T(`/channels/${e}/commands`),send:(e,t,n,r)=>T(`/channels/${e}/messages`,{content:t,reply_to:r??null},n.map((d,u)=>[`files[${u}]`,d])),voice:(e,t,n,r)=>T(`/channels/${e}/voice`,{duration_secs:n,waveform:r},[["files[0]",t]]),typing:e=>T(`/channels/${e}/typing`,{}),forward:(e,t)=>T(`/messages/${e}/forward`,{channel:t}),sample:e=>T("/samples",{kind:e}),clock:e=>T("/clock",e),slash:(e,t,n,r)=>T(`/channels/${e}/slash`,{path:t,options:n},r.map(([d,u])=>[`option:${d}`,u])),autocomplete:(e,t,n,r)=>T(`/channels/${e}/autocomplete`,{path:t,options:n,focused:r}),press:(e,t)=>T(`/messages/${e}/press`,{custom_id:t}),select:(e,t,n)=>T(`/messages/${e}/select`,{custom_id:t,values:n}),dismiss:e=>T(`/messages/${e}/dismiss`,{}),react:(e,t,n)=>T(`/messages/${e}/react`,{emoji:t,remove:n}),edit:(e,t)=>T(`/messages/${e}/edit`,{content:t}),delete:e=>T(`/messages/${e}/delete`,{}),menu:(e,t)=>T(`/messages/${e}/menu`,{name:t}),troubles:()=>T("/trouble"),trouble:e=>T("/trouble",{kind:e}),submit:(e,t,n)=>T(`/modals/${e}`,{values:t},n.map(([r,d])=>[`field:${r}`,d]))};function dd(e,t,n){let r=500,d=()=>{let u=new WebSocket(`ws://${location.host}/api/live${rd}`);u.onmessage=s=>{let a=JSON.parse(s.data);a.t==="HELLO"&&(r=500,t()),e(a)},u.onclose=()=>{n(),setTimeout(d,r),r=Math.min(r*2,8e3)}};d()}function ud(e){let t=[],n=(r,d,u)=>{let s=u.filter(a=>a.type===1||a.type===2);s.length||t.push({path:r,description:d,options:u});for(let a of s)n(`${r} ${a.name}`,a.description,a.options??[])};for(let r of e)(r.type??1)===1&&n(r.name,r.description,r.options??[]);return t.sort((r,d)=>r.path.localeCompare(d.path))}function id(e,t){let n=t.trim().toLowerCase(),r=e.filter(u=>u.path.startsWith(n)),d=e.filter(u=>!u.path.startsWith(n)&&u.path.includes(n));return[...r,...d]}function Xt(e){let t=e.options.filter(n=>n.required).map(n=>n.name);return{entry:e,chips:t,values:{}}}function re(e,t){return e.options.find(n=>n.name===t)}function Zt(e){return e.entry.options.filter(t=>!e.chips.includes(t.name))}function Xn(e,t){let n=t.filter(m=>e.startsWith(`/${m.path} `)).sort((m,p)=>p.path.length-m.path.length)[0];if(!n)return null;let r=Xt(n),d=e.slice(n.path.length+2),u=n.options.map(m=>m.name.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")),s=u.length?[...d.matchAll(new RegExp(`(?:^|\\s)(${u.join("|")}):\\s?`,"gu"))]:[],a=(m,p)=>{r.chips.includes(m)||r.chips.push(m),r.values[m]={text:p.trim()}},c=d.slice(0,s[0]?.index??d.length).trim(),g=r.chips[0]??n.options[0]?.name;return c&&g&&a(g,c),s.forEach((m,p)=>{a(m[1],d.slice(m.index+m[0].length,s[p+1]?.index??d.length))}),r}function Zn(e,t){let n=t?.text.trim()??"";if(e.type===11)return t?.file||!e.required?null:"Choose a file.";if(!n&&t?.picked===void 0)return e.required?"This option is required. Specify a value.":"Give it a value, or remove it.";if(t?.picked!==void 0)return null;if(e.choices?.length||e.type===5||e.type>=6&&e.type<=9)return"Pick one from the list.";if(e.type===4&&!/^[+-]?\d+$/.test(n))return"Write a whole number.";if(e.type===10&&!Number.isFinite(Number(n)))return"Write a number.";if(e.type===4||e.type===10){if(e.min_value!==void 0&&Number(n)<e.min_value)return`The least is ${e.min_value}.`;if(e.max_value!==void 0&&Number(n)>e.max_value)return`The most is ${e.max_value}.`}return e.min_length&&n.length<e.min_length?`Write at least ${e.min_length} characters.`:e.max_length&&n.length>e.max_length?`Write at most ${e.max_length} characters.`:null}function sd(e,t){if(t.picked!==void 0)return t.picked;let n=t.text.trim();return e.type===4||e.type===10?Number(n):n}var od={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}},ad=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]],Jt=new Set,zs=new Intl.RelativeTimeFormat("en",{numeric:"always"}),ld=0,ae=()=>Date.now()+ld;function cd(e){ld=e*1e3,Jt.forEach(t=>t.refresh())}function R(e,t){if(Number.isNaN(e.getTime()))return"Invalid date";if(t!=="R")return new Intl.DateTimeFormat(void 0,od[t]??od.f).format(e);let n=Math.round((e.getTime()-ae())/1e3),[r,d]=ad.find(([,u])=>Math.abs(n)>=u)??["second",1];return zs.format(Math.trunc(n/d),r)}function er(e){let t=[],n=Math.round(e/60)*60;for(let[r,d]of ad.slice(2)){let u=Math.floor(n/d);if(u&&t.push(`${u} ${r}${u===1?"":"s"}`),n-=u*d,t.length===2)break}return t.join(" ")||"less than a minute"}function tr(e){let t=new Date(e),n=new Date(ae());return t.toDateString()===n.toDateString()?R(t,"t"):`${R(t,"d")}, ${R(t,"t")}`}setInterval(()=>Jt.forEach(e=>e.refresh()),1e3);var Jn=class extends HTMLElement{static observedAttributes=["unix","format"];connectedCallback(){this.format==="R"&&Jt.add(this),this.refresh()}disconnectedCallback(){Jt.delete(this)}attributeChangedCallback(){this.isConnected&&this.refresh()}get format(){return this.getAttribute("format")||"f"}refresh(){let t=new Date(Number(this.getAttribute("unix"))*1e3),n=R(t,this.format);this.textContent!==n&&(this.textContent=n),this.title=R(t,"F")}};customElements.define("ink-time",Jn);var i={me:"",bot:"",owner:"",users:new Map,roles:[],guildName:"",channels:[],current:"",messages:new Map,entries:new Map,drafts:new Map,pending:[],unread:new Set,typing:new Map,status:{phase:"starting",detail:""},log:[],busy:new Set,failures:new Map,online:!0,loaded:!1,modal:null,modalError:"",modalBusy:!1,picture:null,sheet:null,editing:"",menus:new Map,toasts:[],drawer:"",membersShown:!0,logShown:!1,trouble:{},panel:"",offset:0,samples:[],guideShown:!1},fd=9500,hd=()=>{};function gd(e){hd=e}function f(){hd()}function Re(e){i.panel=i.panel===e?"":e,f()}var A=()=>{let e=i.drafts.get(i.current);return e||i.drafts.set(i.current,e={text:"",files:[],reply:null,slash:null}),e},de=()=>i.channels.find(e=>e.id===i.current),ue=()=>i.entries.get(i.current)??[],vd=()=>i.menus.get(i.current)??[];function xe(e){let t=((e.flags??0)&64)!==0,n=e.author.id===i.me,r=!t&&((e.flags??0)&128)===0;return{answer:r,use:r,edit:r&&n&&!e.message_snapshots&&!((e.flags??0)&8192),dismiss:t,forward:r&&!e.message_snapshots,delete:!t&&(n||!!de()?.moderates)}}var wt={user:e=>i.users.get(e)?.name,channel:e=>i.channels.find(t=>t.id===e)?.name,role:e=>i.roles.find(t=>t.id===e)?.name},F=e=>`${e.kind==="dm"?"@":"#"}${e.name}`,De=e=>i.users.get(e.id)??{id:e.id,name:e.global_name||e.username,bot:!!e.bot,roles:[]},Ws=0;function B(e,t=!1){let n=++Ws;i.toasts=[...i.toasts.filter(r=>r.text!==e),{id:n,text:e,good:t}],setTimeout(()=>{i.toasts=i.toasts.filter(r=>r.id!==n),f()},t?4e3:8e3),f()}async function D(e){try{return await e}catch(t){B(t instanceof ne?t.message:"Something went wrong in the page."),t instanceof ne||console.error(t);return}}var $t=new Map,nr=new Map;function tn(e,t){let n=$t.get(e);n?t(n):nr.set(e,t)}function Qs(e,t){$t.set(e,t),$t.size>500&&$t.delete($t.keys().next().value),nr.get(e)?.(t),nr.delete(e)}async function ie(e){i.current=e,i.unread.delete(e),i.drawer="",f(),await bd(e)}async function bd(e){await D((async()=>{let[t,n]=await Promise.all([x.messages(e),x.commands(e)]);i.messages.set(e,t),$d(e,n),i.loaded=!0,f()})())}function $d(e,t){i.entries.set(e,ud(t)),i.menus.set(e,t.filter(n=>n.type===3).map(n=>n.name))}async function Ys(){let e=i.current;e&&$d(e,await x.commands(e).catch(()=>[])),f()}async function yd(){let e=await x.state();wd(e),Object.assign(i,{status:e.status,log:e.log}),i.current=e.channels[0].id,dd(Zs,()=>{i.online=!0,bd(i.current)},()=>{i.online=!1,f()}),f()}function wd(e){let{me:t,bot:n,owner:r,roles:d,channels:u,guild:s}=e;Object.assign(i,{me:t,bot:n,owner:r,roles:d,channels:u,guildName:s.name}),i.users=new Map(e.users.map(a=>[a.id,a])),i.samples=e.samples??[],xd(e.offset??0)}var pd;function Xs(){clearTimeout(pd),pd=setTimeout(()=>{x.state().then(wd).catch(()=>{}).then(f)},150)}function xd(e){i.offset=e,cd(e)}function Zs({t:e,d:t}){switch(e){case"MESSAGE_CREATE":Js(t);break;case"MESSAGE_UPDATE":{let{reactions:n,...r}=t;yt(r);break}case"MESSAGE_DELETE":dr(t.channel_id,t.id);break;case"MESSAGE_REACTION_ADD":md(t,1);break;case"MESSAGE_REACTION_REMOVE":md(t,-1);break;case"MESSAGE_REACTION_REMOVE_ALL":yt({id:t.message_id,channel_id:t.channel_id,reactions:[]});break;case"TYPING_START":t.user_id!==i.me&&eo(t.channel_id,t.user_id);break;case"INTERACTION_ACK":t.state!=="pending"&&Qs(String(t.id),t.state);break;case"MODAL_OPEN":Object.assign(i,{modal:{...t,id:String(t.id)},modalError:"",modalBusy:!1});break;case"HELLO":i.status=t.status;break;case"BOT_STATUS":t.phase!==i.status.phase&&(t.phase==="ready"||t.phase==="loading")&&Ys(),i.status=t;break;case"BOT_LOG":i.log=[...i.log.slice(-299),t.line];break;case"CLOCK":xd(t.offset);break;default:/^(CHANNEL|GUILD_MEMBER|GUILD_ROLE)_/.test(e)&&Xs()}f()}function Js(e){let t=i.messages.get(e.channel_id)??[];if(i.typing.get(e.channel_id)?.delete(e.author.id),t.some(n=>n.id===e.id))return yt(e);i.messages.has(e.channel_id)&&i.messages.set(e.channel_id,[...t,e]),e.channel_id!==i.current&&i.unread.add(e.channel_id)}function yt(e){let t=i.messages.get(e.channel_id);t&&i.messages.set(e.channel_id,t.map(n=>n.id===e.id?{...n,...e}:n))}function dr(e,t){let n=i.messages.get(e);n&&i.messages.set(e,n.filter(r=>r.id!==t))}function xt(e){for(let t of i.messages.values()){let n=t.find(r=>r.id===e);if(n)return yt({...n})}}function md(e,t){let n=i.messages.get(e.channel_id)?.find(s=>s.id===e.message_id);if(!n)return;let r=e.user_id===i.me,d=s=>(s.id??s.name)===(e.emoji.id??e.emoji.name),u=(n.reactions??[]).map(s=>d(s.emoji)?{...s,count:s.count+t,me:r?t>0:s.me}:s);t>0&&!u.some(s=>d(s.emoji))&&u.push({emoji:e.emoji,count:1,me:r}),yt({...n,reactions:u.filter(s=>s.count>0)})}function eo(e,t){let n=i.typing.get(e)??new Map;i.typing.set(e,n.set(t,Date.now()+fd)),setTimeout(f,fd+100)}var _d=()=>[...i.typing.get(i.current)??[]].filter(([,e])=>e>Date.now()).map(([e])=>wt.user(e)??"Someone");var to=new Set([440786851,408125543,524531317,374648427,174,160]),no=2,ro=4,uo=50;function ur(e,t,n){let r=e[t]??0,d=Math.clz32(r)-23,u=n?r:r&255>>d,s=(r|255<<8-d&255)===255;for(let a=1;a<d;a+=1)u=u*256+(e[t+a]??0),s&&=e[t+a]===255;return{value:u,length:d,unknown:s}}function io(e){let t={head:new Uint8Array,packets:[]};for(let n=0;n<e.length;){let r=ur(e,n,!0),d=ur(e,n+r.length,!1);if(n+=r.length+d.length,to.has(r.value))continue;let u=d.unknown?e.length:n+d.value;r.value===25506&&(t.head=e.subarray(n,u)),(r.value===163||r.value===161)&&t.packets.push(e.subarray(n+ur(e,n,!1).length+3,u)),n=u}return t}function so(e){let t=e[0]??0,n=t>>3,r=n<12?[10,20,40,60][n&3]:n<16?[10,20][n&1]:[2.5,5,10,20][n&3],d=[1,2,2,(e[1]??0)&63][t&3];return r*d*48}var oo=Uint32Array.from({length:256},(e,t)=>{let n=t<<24;for(let r=0;r<8;r+=1)n=n&2147483648?n<<1^79764919:n<<1;return n>>>0});function ir(e,t,n,r){let d=e.flatMap(({length:c})=>[...Array(Math.floor(c/255)).fill(255),c%255]),u=new Uint8Array(27+d.length+e.reduce((c,g)=>c+g.length,0)),s=new DataView(u.buffer);u.set([79,103,103,83,0,r]),s.setBigUint64(6,BigInt(n),!0),s.setUint32(14,1,!0),s.setUint32(18,t,!0),u[26]=d.length,u.set(d,27);let a=27+d.length;for(let c of e)u.set(c,a),a+=c.length;return s.setUint32(22,u.reduce((c,g)=>(c<<8^oo[c>>>24^g])>>>0,0),!0),u}function kd(e){let{head:t,packets:n}=io(e);if(!n.length||new TextDecoder().decode(t.subarray(0,8))!=="OpusHead")return null;let r=new TextEncoder().encode("Inkling"),d=new Uint8Array(16+r.length);d.set(new TextEncoder().encode("OpusTags")),d[8]=r.length,d.set(r,12);let u=[ir([t],0,0,no),ir([d],1,0,0)],s=0;for(let a=0;a<n.length;){let c=[],g=0;for(;a<n.length&&c.length<uo;){let m=n[a],p=Math.floor(m.length/255)+1;if(g+p>255)break;g+=p,s+=so(m),c.push(m),a+=1}u.push(ir(c,u.length,s,a<n.length?0:ro))}return new Blob(u,{type:"audio/ogg"})}var Ed=1200*1e3,ao=256,lo=100,co=[["audio/ogg;codecs=opus","ogg"],["audio/webm;codecs=opus","webm"],["audio/mp4","m4a"]],nn=class e{constructor(t,n,r){this.stream=t;this.recorder=n;this.ending=r;this.context.createMediaStreamSource(t).connect(this.analyser),n.ondataavailable=d=>{d.data.size&&this.chunks.push(d.data)},n.start(1e3)}stream;recorder;ending;chunks=[];context=new AudioContext;analyser=this.context.createAnalyser();frame=new Uint8Array(this.analyser.fftSize);began=performance.now();static async begin(){let t=co.find(([r])=>globalThis.MediaRecorder?.isTypeSupported(r));if(!t||!navigator.mediaDevices)throw new Error("This browser cannot record here. Attach a recording instead.");let n;try{n=await navigator.mediaDevices.getUserMedia({audio:!0})}catch(r){throw new Error(r.name==="NotFoundError"?"No microphone was found. Attach a recording instead.":"The microphone is not allowed here. Allow it beside the address, or attach a recording instead.")}return new e(n,new MediaRecorder(n,{mimeType:t[0]}),t[1])}get milliseconds(){return performance.now()-this.began}level(){this.analyser.getByteTimeDomainData(this.frame);let t=0;for(let n of this.frame)t=Math.max(t,Math.abs(n-128));return Math.min(t/100,1)}async finish(){let t=new Promise(d=>{this.recorder.onstop=d});this.recorder.stop(),await t,this.release();let n=new Blob(this.chunks,{type:this.recorder.mimeType}),r=this.ending==="webm"?kd(new Uint8Array(await n.arrayBuffer())):null;return new File([r??n],`voice-message.${r?"ogg":this.ending}`,{type:(r??n).type})}discard(){this.recorder.state!=="inactive"&&this.recorder.stop(),this.release()}release(){for(let t of this.stream.getTracks())t.stop();this.context.close()}};async function Md(e){let t=new AudioContext;try{let n=await t.decodeAudioData(await e.arrayBuffer());return{seconds:n.duration,waveform:fo(n.getChannelData(0),n.duration)}}finally{t.close()}}function fo(e,t){let n=Math.max(1,Math.min(ao,Math.round(t*1e3/lo))),r=Array.from({length:n},(u,s)=>{let a=0,c=Math.floor((s+1)*e.length/n);for(let g=Math.floor(s*e.length/n);g<c;g+=1)a=Math.max(a,Math.abs(e[g]));return a}),d=Math.max(...r,.05);return btoa(String.fromCharCode(...r.map(u=>Math.round(u/d*255))))}var Le=e=>{let t=Math.max(0,Math.round(e));return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`};var po="This interaction failed",ar=10*1024*1024;async function lr(){let e=A(),t=i.current,n=e.text.trim();if(!n&&!e.files.length)return;if(n.length>2e3)return B(`Your message is too long: ${n.length} of 2000 characters.`);i.drafts.set(t,{text:"",files:[],reply:null,slash:null}),sr=0,f(),await D(x.send(t,n,e.files,e.reply?.id))||(i.drafts.set(t,e),f())}async function rn(e,t){let n=await Md(t).catch(()=>null);if(!n)return B(`${t.name} cannot be read as sound in this browser.`);await D(x.voice(e,t,n.seconds,n.waveform))}async function Td(e,t){let n=i.channels.find(r=>r.id===t);await D(x.forward(e.id,t))&&n&&B(`Forwarded to ${F(n)}.`,!0)}var mo=8e3,sr=0;function Ad(){Date.now()-sr<mo||(sr=Date.now(),x.typing(i.current).catch(()=>{}))}function Sd(e){for(let t of e.chips){let n=Zn(re(e.entry,t),e.values[t]);if(n)return e.error={name:t,text:n},!1}return e.error=void 0,!0}function cr(e,t){let n={};for(let r of e.chips){let d=re(e.entry,r),u=e.values[r];r===t||d.type===11||!u||Zn(d,u)||(n[r]=sd(d,u))}return n}async function dn(e){let t=i.current,n=e.chips.flatMap(s=>{let a=e.values[s]?.file;return a?[[s,a]]:[]}),r=A();i.drafts.set(t,{text:"",files:[],reply:null,slash:null}),f();let d=await D(x.slash(t,e.entry.path,cr(e),n));if(!d)return i.drafts.set(t,{...r,slash:e}),f();let u={id:d.interaction,channel:t,path:e.entry.path,failed:!1};i.pending=[...i.pending,u],tn(d.interaction,s=>{i.pending=s==="done"?i.pending.filter(a=>a.id!==u.id):i.pending.map(a=>a.id===u.id?{...a,failed:!0}:a),f()}),f()}var Cd=e=>{i.pending=i.pending.filter(t=>t.id!==e),f()};async function fr(e,t,n){let r=`${e.id}:${t}`,d=s=>{i.busy.delete(r),s&&i.failures.set(e.id,s),xt(e.id),f()};i.busy.add(r),i.failures.delete(e.id),xt(e.id),f();let u=await D(n);u?tn(u.interaction,s=>d(s==="failed"?po:"")):d("")}var Rd=(e,t)=>fr(e,t,x.press(e.id,t)),Dd=(e,t,n)=>fr(e,t,x.select(e.id,t,n)),Ld=(e,t)=>fr(e,`menu:${t}`,x.menu(e.id,t)),un=(e,t,n)=>D(x.react(e.id,t,n)),Od=e=>D(x.delete(e.id));function _t(e){A().reply=e,f(),document.querySelector(".composer textarea")?.focus()}function _e(e){let t=i.editing;i.editing=e.id;for(let r of[t,e.id])xt(r);f();let n=document.querySelector(".editing textarea");n?.focus(),n?.setSelectionRange(n.value.length,n.value.length)}function sn(){let e=i.editing;i.editing="",xt(e),f(),document.querySelector(".composer textarea")?.focus()}async function pr(e,t){let n=t.trim();(n===e.content||await D(x.edit(e.id,n)))&&sn()}async function on(e){await D(x.dismiss(e.id))&&dr(e.channel_id,e.id),f()}async function Id(e,t){let n=i.modal;if(!n)return;i.modalBusy=!0,i.modalError="",f();let r=d=>{i.modal===n?Object.assign(i,{modalError:d,modalBusy:!1}):B(d),f()};try{let d=await x.submit(n.id,e,t);tn(d.interaction,u=>{if(u==="failed")return r("Something went wrong. Try again.");i.modal===n&&(i.modal=null),f()})}catch(d){r(d.message)}}function kt(e){let t=A();for(let n of e)if(n.size>ar)B(`${n.name} is too large: files may have up to 10 MB.`);else if(t.files.length>=10){B("A message can carry 10 files.");break}else t.files=[...t.files,n];f()}var q={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},O=e=>(...t)=>({_$litDirective$:e,values:t}),j=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,r){this._$Ct=t,this._$AM=n,this._$Ci=r}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var ke=class extends j{constructor(t){if(super(t),this.it=l,t.type!==q.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===l||t==null)return this._t=void 0,this.it=t;if(t===C)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let n=[t];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};ke.directiveName="unsafeHTML",ke.resultType=1;var gp=O(ke);var Et=class extends ke{};Et.directiveName="unsafeSVG",Et.resultType=2;var Pd=O(Et);var Nd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Bd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var jd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Hd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var qd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Ud=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Fd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Gd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Vd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Kd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var zd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Wd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Qd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Yd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Xd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Zd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Jd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var eu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var tu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var nu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ru=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var du=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var uu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var iu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var su=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ou=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var au=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var lu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var cu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var fu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var pu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var mu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var hu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var gu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var vu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var bu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var $u=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Zo={arrowDown:Nd,atSign:Bd,check:jd,chevronDown:zd,clock:Hd,compass:eu,copy:Wd,crown:qd,download:Qd,ellipsis:Yd,externalLink:Xd,eye:Zd,fileText:Jd,forward:Ud,grid:uu,hash:tu,image:nu,lock:su,menu:ou,mic:Fd,note:ru,pause:Gd,pencil:au,play:Vd,plus:lu,reply:cu,scrollText:fu,send:pu,smile:mu,sprout:du,trash:hu,trouble:iu,alert:gu,upload:vu,users:bu,volume:Kd,x:$u},Jo=Object.fromEntries(Object.entries(Zo).map(([e,t])=>[e,t.slice(t.indexOf(">",t.indexOf("<svg"))+1,t.lastIndexOf("</svg>"))]));function h(e){return bt`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Pd(Jo[e])}</svg>`}function se(){return bt`<svg class="drop" viewBox="0 0 48 48" aria-hidden="true">
    <path class="drop-body" d="M24 5c6.5 8.6 12.6 15.2 12.6 23.2C36.6 35.6 31 41 24 41s-12.6-5.4-12.6-12.8C11.4 20.2 17.5 13.6 24 5Z"/>
    <path class="drop-light" d="M17.2 28.4c0 4.2 2.9 7.2 6.6 7.6"/>
  </svg>`}var mr=new Map;function G(e){if(e.bot)return o`<span class="avatar avatar-bot" aria-hidden="true">${se()}</span>`;let t=mr.get(e.id);return t===void 0&&mr.set(e.id,t=mr.size%6),o`<span class="avatar tone-${t}" aria-hidden="true">${[...e.name][0]?.toUpperCase()??"?"}</span>`}var xu=3600,ea=24*xu,yu=9;function ta(){let e=new Date(ae());return e.getHours()>=yu&&e.setDate(e.getDate()+1),e.setHours(yu,0,1,0),(e.getTime()-ae())/1e3}var na=[["+1 hour","What was put off comes up.",()=>xu],["Next morning","To nine o'clock: reminders, a new day for habits.",ta],["+1 week","A week without an entry, and what that does to a streak.",()=>7*ea]],Mt=!1;async function _u(e){Mt||(Mt=!0,f(),await D(x.clock(e)),Mt=!1,f())}var wu=(e=!1)=>o`<button type="button" class="button button-secondary" ?disabled=${e||Mt} @click=${()=>{_u({back:!0})}}>Back to now</button>`;function ku(){let e=i.offset>0,t=o`<b>${R(new Date(ae()),"F")}</b>`;return i.panel!=="clock"?e?o`<div class="banner made travelled" role="status">${h("clock")}<span>Time travel: it is ${t} here, ${er(i.offset)} ahead.</span>${wu()}</div>`:l:o`<section class="made-panel" aria-label="Time travel">
    <div class="made-head"><h2>${h("clock")}Time travel</h2><span class="spacer"></span>${wu(!e)}<button type="button" class="ghost" aria-label="Close the time panel"
      @click=${()=>Re("clock")}>${h("x")}</button></div>
    <p role="status">${e?o`It is ${t} here, ${er(i.offset)} ahead of your clock.`:o`It is ${t}. Go ahead, and see what reminders and streaks do then.`}</p>
    <div class="kinds few">${na.map(([n,r,d])=>o`<button type="button" class="kind" ?disabled=${Mt} @click=${()=>{_u({advance:d()})}}><span class="kind-name">${n}</span> <span class="kind-about">${r}</span></button>`)}</div></section>`}setInterval(()=>{i.offset>0&&f()},2e4);var{I:ra}=nd,Eu=e=>e;var an=e=>e.strings===void 0,Mu=()=>document.createComment(""),Oe=(e,t,n)=>{let r=e._$AA.parentNode,d=t===void 0?e._$AB:t._$AA;if(n===void 0){let u=r.insertBefore(Mu(),d),s=r.insertBefore(Mu(),d);n=new ra(u,s,e,e.options)}else{let u=n._$AB.nextSibling,s=n._$AM,a=s!==e;if(a){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==s._$AU&&n._$AP(c)}if(u!==d||a){let c=n._$AA;for(;c!==u;){let g=Eu(c).nextSibling;Eu(r).insertBefore(c,d),c=g}}}return n},le=(e,t,n=e)=>(e._$AI(t,n),e),da={},Ie=(e,t=da)=>e._$AH=t,Tu=e=>e._$AH,ln=e=>{e._$AR(),e._$AA.remove()};var Tt=O(class extends j{constructor(e){if(super(e),e.type!==q.PROPERTY&&e.type!==q.ATTRIBUTE&&e.type!==q.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!an(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===C||t===l)return t;let n=e.element,r=e.name;if(e.type===q.PROPERTY){if(t===n[r])return C}else if(e.type===q.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return C}else if(e.type===q.ATTRIBUTE&&n.getAttribute(r)===t+"")return C;return Ie(e),t}});var At=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let r of n)r._$AO?.(t,!1),At(r,t);return!0},cn=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},Au=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),sa(t)}};function ua(e){this._$AN!==void 0?(cn(this),this._$AM=e,Au(this)):this._$AM=e}function ia(e,t=!1,n=0){let r=this._$AH,d=this._$AN;if(d!==void 0&&d.size!==0)if(t)if(Array.isArray(r))for(let u=n;u<r.length;u++)At(r[u],!1),cn(r[u]);else r!=null&&(At(r,!1),cn(r));else At(this,e)}var sa=e=>{e.type==q.CHILD&&(e._$AP??=ia,e._$AQ??=ua)},fn=class extends j{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,n,r){super._$AT(t,n,r),Au(this),this.isConnected=t._$AU}_$AO(t,n=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),n&&(At(this,t),cn(this))}setValue(t){if(an(this._$Ct))this._$Ct._$AI(t,this);else{let n=[...this._$Ct._$AH];n[this._$Ci]=t,this._$Ct._$AI(n,this,0)}}disconnected(){}reconnected(){}};var ce=()=>new gr,gr=class{},hr=new WeakMap,V=O(class extends fn{render(e){return l}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),l}rt(e){if(this.G!==void 0)if(this.isConnected||(e=void 0),typeof this.G=="function"){let t=this.ht??globalThis,n=hr.get(t);n===void 0&&(n=new WeakMap,hr.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}get lt(){return typeof this.G=="function"?hr.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var Me=Gs(gi(),1);var ac=/^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/,lc=/^(#{1,3}) +([^\n]+?)(\n|$)/,cc=/^-# +([^\n]+?)(\n|$)/,fc=/^( *)([-*]|\d{1,9}\.) +(.*)$/,pc=e=>!e.prevCapture||/\n$/.test(e.prevCapture[0]),kr=e=>(t,n)=>pc(n)?e.exec(t):null,mc={...Me.rulesExtended.heading,match:kr(lc)},hc={...Me.rulesExtended.subtext,match:kr(cc)},gc={order:Me.SimpleMarkdown.defaultRules.blockQuote.order,match:kr(ac),parse:(e,t,n)=>({items:e[0].trimEnd().split(`
`).map(d=>fc.exec(d)).map(([,d,u,s])=>({depth:Math.min(Math.floor(d.length/2),4),ordered:u.length>1,number:Number.parseInt(u,10),content:t(s,{...n,prevCapture:null})}))})},vc=Me.SimpleMarkdown.parserFor({...Me.rulesExtended,heading:mc,subtext:hc,list:gc}),xr=4096,bc=150;function Er(e,t){if(!e)return l;if(e.length>xr)return[Er(e.slice(0,xr),t),e.slice(xr)];if(e.split("](").length>bc)return e;let n;try{n=vc(e,{inline:!0})}catch{return e}return _r(n,t)}function Mr(e){return e.replace(/<a?:(\w+):\d+>/g,":$1:").replace(/<t:(-?\d+)(?::(\w))?>/g,(t,n,r)=>R(new Date(Number(n)*1e3),r??"f")).replace(/[*_~`|>#]+/g,"").replace(/\s+/g," ").trim()}function _r(e,t){return typeof e=="string"?e:Array.isArray(e)?e.map(n=>wc(n,t)):l}function St(e){try{let t=new URL(e);return t.protocol==="https:"||t.protocol==="http:"?t.href:null}catch{return null}}var $c=/^https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/;function yc(e,t,n){let[,r,d]=$c.exec(e)??[],u=r&&n.go&&n.channel(r);if(u)return o`<button type="button" class="mention jump" @click=${()=>n.go(r,d)}>#${u}${d?" \u203A message":""}</button>`;let s=St(e);return s?o`<a href=${s} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`:t}function vi(e){if(e instanceof KeyboardEvent&&e.key!=="Enter"&&e.key!==" ")return;e.preventDefault();let t=e.currentTarget;t.classList.add("revealed"),t.removeAttribute("role"),t.removeAttribute("tabindex"),t.removeAttribute("aria-label")}var Ee=e=>o`<span class="mention">${e}</span>`;function wc(e,t){let n=()=>_r(e.content,t);switch(e.type){case"text":return e.content;case"strong":return o`<strong>${n()}</strong>`;case"em":return o`<em>${n()}</em>`;case"underline":return o`<u>${n()}</u>`;case"strikethrough":return o`<s>${n()}</s>`;case"inlineCode":return o`<code>${e.content}</code>`;case"codeBlock":return o`<pre tabindex="0"><code>${e.content}</code></pre>`;case"blockQuote":return o`<blockquote>${n()}</blockquote>`;case"link":case"url":case"autolink":return yc(e.target,n(),t);case"spoiler":return o`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler, press to reveal" @click=${vi}
        @keydown=${vi}><span>${n()}</span></span>`;case"heading":return o`<div class="heading heading-${e.level}" role="heading" aria-level=${e.level+2}>${n()}</div>`;case"subtext":return o`<div class="subtext">${n()}</div>`;case"list":return o`<div class="list" role="list">${e.items.map(r=>o`<div class="item depth-${r.depth}"
        role="listitem"><span class="bullet">${r.ordered?`${r.number}.`:r.depth?"\u25E6":"\u2022"}</span><span>${_r(r.content,t)}</span></div>`)}</div>`;case"user":return Ee(`@${t.user(e.id)??"unknown-user"}`);case"channel":return Ee(`#${t.channel(e.id)??"unknown"}`);case"role":return Ee(`@${t.role(e.id)??"unknown-role"}`);case"everyone":return Ee("@everyone");case"here":return Ee("@here");case"slashCommand":return Ee(`/${e.fullName}`);case"guildNavigation":return Ee(`#${e.navigation}`);case"emoji":return o`<span title=":${e.name}:">:${e.name}:</span>`;case"twemoji":return e.name;case"timestamp":return o`<ink-time class="timestamp" unix=${e.timestamp} format=${e.format??"f"}></ink-time>`;case"br":case"newline":return`
`;default:return n()}}function Tr(e){let t=document.querySelector(`[data-message="${CSS.escape(e)}"]`);t?.scrollIntoView({block:"center",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),t?.classList.add("found"),setTimeout(()=>t?.classList.remove("found"),1600)}async function xc(e,t){e!==i.current&&await ie(e),t&&Tr(t)}var X=e=>Er(e??"",{...wt,go:(t,n)=>{xc(t,n)}}),Z=(e,t)=>V(n=>{n&&t&&n.style.setProperty(e,t)}),Te=e=>e==null?null:`#${e.toString(16).padStart(6,"0")}`;function _n(e){return e?.name?e.id?o`<span class="emoji" title=":${e.name}:">:${e.name}:</span>`:o`<span class="emoji">${e.name}</span>`:l}var ut=e=>e<1024?`${e} bytes`:e<1048576?`${(e/1024).toFixed(1)} KB`:`${(e/1048576).toFixed(1)} MB`,Ae=e=>e?.url?.startsWith("/cdn/")?e.url:null,it=e=>{try{return decodeURIComponent(new URL(e,location.origin).pathname.split("/").pop()||"file")}catch{return"file"}},Ct=/\.(png|jpe?g|gif|webp)$/i,kn=/\.(ogg|oga|opus|mp3|m4a|wav|flac|webm)$/i,Ar=e=>`${e}${e.includes("?")?"&":"?"}download=1`;function En(e){e&&(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0}),e.focus({preventScroll:!0}),e.scrollIntoView({block:"nearest"}))}var dt=class{opener=null;show(t,n){!t||t.open||(document.activeElement instanceof HTMLElement&&document.activeElement!==document.body&&(this.opener=document.activeElement),t.showModal(),n&&t.querySelector(n)?.focus())}leave(){let{opener:t}=this;this.opener=null,t&&queueMicrotask(()=>{document.activeElement===document.body&&t.isConnected&&t.focus()})}};function Rt(e,t,n=()=>{}){return o`<div class="popup ${e}" tabindex="0" role="group" aria-label="Suggestions" @keydown=${d=>{d.key==="Escape"&&(d.stopPropagation(),d.currentTarget.closest(".composer")?.querySelector("textarea, .chip-more")?.focus())}} @blur=${n}
    @mousedown=${d=>d.preventDefault()}>${t}</div>`}var _c=48,kc=100,J=null,Cr="",Mn=[],$i,Sr=!1,yi=()=>J!==null&&Cr===i.current;async function wi(){if(!(J||Sr)){Sr=!0;try{J=await nn.begin()}catch(e){return B(e.message)}finally{Sr=!1}Cr=i.current,Mn=[],$i=setInterval(Ec,kc),f(),document.querySelector(".recorder [data-send]")?.focus()}}function Ec(){J&&(Mn=[...Mn,J.level()].slice(-_c),J.milliseconds>=Ed?_i():f())}function xi(){let e=J;return clearInterval($i),J=null,f(),document.querySelector(".composer textarea")?.focus(),e}var bi=()=>xi()?.discard();async function _i(){let e=Cr,t=await xi()?.finish();t&&await rn(e,t)}function ki(){if(!J)return l;let e=Math.floor(J.milliseconds/1e3);return o`<div class="entry recorder" role="group" aria-label="Recording a voice message" @keydown=${t=>{t.key==="Escape"&&bi()}}>
    <button type="button" class="ghost" aria-label="Throw this recording away" title="Throw away" @click=${bi}>${h("trash")}</button>
    <span class="recorder-dot" aria-hidden="true"></span><span class="recorder-time" role="timer" aria-label="Recorded so far">${Le(e)}</span>
    <span class="levels" aria-hidden="true">${Mn.map(t=>o`<i ${Z("--level",String(Math.max(t,.08)))}></i>`)}</span>
    <button type="button" class="ghost send" data-send aria-label="Send voice message" title="Send" @click=${()=>{_i()}}>${h("send")}</button></div>`}var Ei=(e,t,n)=>{let r=new Map;for(let d=t;d<=n;d++)r.set(e[d],d);return r},Dt=O(class extends j{constructor(e){if(super(e),e.type!==q.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let d=[],u=[],s=0;for(let a of e)d[s]=r?r(a,s):s,u[s]=n(a,s),s++;return{values:u,keys:d}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let d=Tu(e),{values:u,keys:s}=this.dt(t,n,r);if(!Array.isArray(d))return this.ut=s,u;let a=this.ut??=[],c=[],g,m,p=0,b=d.length-1,v=0,y=u.length-1;for(;p<=b&&v<=y;)if(d[p]===null)p++;else if(d[b]===null)b--;else if(a[p]===s[v])c[v]=le(d[p],u[v]),p++,v++;else if(a[b]===s[y])c[y]=le(d[b],u[y]),b--,y--;else if(a[p]===s[y])c[y]=le(d[p],u[y]),Oe(e,c[y+1],d[p]),p++,y--;else if(a[b]===s[v])c[v]=le(d[b],u[v]),Oe(e,d[p],d[b]),b--,v++;else if(g===void 0&&(g=Ei(s,v,y),m=Ei(a,p,b)),g.has(a[p]))if(g.has(a[b])){let w=m.get(s[v]),P=w!==void 0?d[w]:null;if(P===null){let N=Oe(e,d[p]);le(N,u[v]),c[v]=N}else c[v]=le(P,u[v]),Oe(e,d[p],P),d[w]=null;v++}else ln(d[b]),b--;else ln(d[p]),p++;for(;v<=y;){let w=Oe(e,c[y+1]);le(w,u[v]),c[v++]=w}for(;p<=b;){let w=d[p++];w!==null&&ln(w)}return this.ut=s,Ie(e,c),C}});var Lt=()=>[...i.users.values()].map(e=>({label:e.name,value:e.id})),Ot=()=>i.roles.map(e=>({label:`@${e.name}`,value:e.id,about:"Role"})),Tn=(e=[])=>e.length&&!e.includes(0)?[]:i.channels.filter(t=>t.kind==="text").map(t=>({label:`#${t.name}`,value:t.id})),An=()=>[...Lt(),...Ot()];var It=":more",ee=null,L=-1,Cn="",st={key:"",offers:[],waiting:!1},Rr=0,Cc=e=>`[data-chip="${CSS.escape(e)}"]`;function z(e){let t=document.querySelector(`.slash ${Cc(e??It)}`);t?.focus(),(t instanceof HTMLTextAreaElement||t instanceof HTMLInputElement&&t.type==="text")&&t.setSelectionRange(t.value.length,t.value.length)}function Nt(e){return!!e.choices?.length||e.type===5||e.type>=6&&e.type<10}function Rn(e,t){let n=e.values[t.name]?.picked===void 0?(e.values[t.name]?.text??"").trim().toLowerCase():"",r=u=>u.filter(s=>s.name.toLowerCase().includes(n)).slice(0,25);if(t.autocomplete)return st.key===`${e.entry.path} ${t.name}`?st.offers:[];if(t.choices?.length)return r(t.choices);if(t.type===5)return r([{name:"True",value:!0},{name:"False",value:!1}]);let d={6:Lt,7:()=>Tn(t.channel_types),8:Ot,9:An}[t.type];return d?r(d().map(({label:u,...s})=>({name:u,...s}))):[]}async function Ci(e,t){let n=++Rr,r=`${e.entry.path} ${t.name}`;if(st.key!==r&&(st={key:r,offers:[],waiting:!0}),await new Promise(s=>setTimeout(s,150)),n!==Rr)return;let d={...cr(e,t.name),[t.name]:Rc(t,e)},u=await x.autocomplete(i.current,e.entry.path,d,t.name).catch(()=>[]);n===Rr&&(st={key:r,offers:u,waiting:!1},f())}var Rc=(e,t)=>t.values[e.name]?.text??"";function Ri(e,t,n){e.values[t.name]={text:n.name,picked:n.value},e.error?.name===t.name&&(e.error=void 0),Di(e,t.name)}function Di(e,t){let r=e.chips.slice(e.chips.indexOf(t)+1).find(d=>!e.values[d]?.text&&!e.values[d]?.file);f(),z(r??null)}function Or(e,t){e.chips.push(t.name),Cn="",f(),z(t.name)}function Dc(e,t){let n=e.chips.indexOf(t);e.chips.splice(n,1),delete e.values[t],e.error?.name===t&&(e.error=void 0),f(),z(e.chips[n-1]??e.chips[n]??null)}function Sn(e=""){A().slash=null,A().text=e,ee=null,f(),document.querySelector(".composer textarea")?.focus()}function Lc(e){for(let t of e.chips){let n=re(e.entry,t),r=e.values[t];if(!r||r.picked!==void 0||!Nt(n))continue;let d=r.text.trim().toLowerCase(),u=Rn({...e,values:{}},n).find(s=>s.name.toLowerCase()===d);u&&(e.values[t]={text:u.name,picked:u.value})}}function Li(e){Lc(e),Sd(e)?(ee=null,dn(e).then(()=>document.querySelector(".composer textarea")?.focus())):(f(),z(e.error.name))}function Oc(e,t,n){let r=/(?:^|\s)([-_'\p{L}\p{N}]{1,32}):\s?$/u.exec(n),d=r&&re(e.entry,r[1]);if(!d)return!1;let u=n.slice(0,r.index).trim();return(d!==t||!u)&&(e.values[t.name]={text:u}),e.chips.includes(d.name)||e.chips.push(d.name),f(),z(d.name),!0}function Ic(e,t,n){Oc(e,t,n)||(e.values[t.name]={text:n},e.error?.name===t.name&&(e.error=void 0),L=Nt(t)?0:-1,t.autocomplete&&Ci(e,t),f())}function Dr(e,t,n){if(e.isComposing)return;let r=n?Rn(t,n):Oi(t),d=s=>n?Ri(t,n,s):Or(t,s),u=e.target;if(r.length&&(e.key==="ArrowDown"||e.key==="ArrowUp"))return e.preventDefault(),L=e.key==="ArrowDown"?(L+1)%r.length:(Math.max(L,0)-1+r.length)%r.length,f(),document.getElementById(`offer-${L}`)?.scrollIntoView({block:"nearest"});if(e.key==="Enter"){e.preventDefault();let s=n&&t.values[n.name],a=L>=0&&(!n||s?.picked===void 0)?r[L]:void 0;return a?d(a):Li(t)}if(e.key==="Tab"&&!e.shiftKey&&L>=0&&r[L]&&u.value&&(!n||t.values[n.name]?.picked===void 0))return e.preventDefault(),d(r[L]);if(e.key==="Escape")return e.preventDefault(),Sn();if(e.key==="Backspace"&&!u.value&&u.type!=="file"){if(e.preventDefault(),!n)return t.chips.length?z(t.chips.at(-1)):Sn(`/${t.entry.path}`);if(!n.required)return Dc(t,n.name);let s=t.chips.indexOf(n.name);s>0?z(t.chips[s-1]):Sn(`/${t.entry.path}`)}}function Pc(e,t){let n=t.endsWith(":")&&Zt(e).find(r=>r.name===t.slice(0,-1).trim());if(n)return Or(e,n);Cn=t,L=t?0:-1,f()}var Oi=e=>Zt(e).filter(t=>t.name.includes(Cn.trim().toLowerCase().replace(/:$/,"")));function Lr(e,t){ee=e;let n=re(t.entry,e);L=n&&Nt(n)?0:-1,n?.autocomplete&&Ci(t,n),f()}function Ii(e){let t=ee&&ee!==It?re(e.entry,ee):void 0,n=Zt(e);return o`${t?jc(e,t):ee===It&&n.length?Hc(e):l}
    <div class="slash-head" id="slash-about"><b>/${e.entry.path}</b><span>${e.error?o`<span class="failure" role="alert">${e.error.name}: ${e.error.text}</span>`:t?o`${t.name}${t.description!=="\u2026"?` \u2014 ${t.description}`:l}`:e.entry.description}</span></div>
    <div class="entry slash" role="group" aria-label="/${e.entry.path}">
      <button type="button" class="ghost" aria-label="Leave this command" title="Leave this command" @click=${()=>Sn()}>${h("x")}</button>
      <div class="chips"><span class="slash-name">/${e.entry.path}</span>${Dt(e.chips,r=>r,r=>Nc(e,re(e.entry,r)))}
        ${n.length||!e.chips.length?o`<input type="text" class="chip-more" data-chip=${It} autocomplete="off" aria-label="Add an option" placeholder=${n.length?`+${n.length} optional`:"Press Enter to send"}
          .value=${Tt(Cn)} @input=${r=>Pc(e,r.target.value)}
          @focus=${()=>Lr(It,e)} @blur=${()=>Pt()} @keydown=${r=>Dr(r,e,null)}>`:l}</div>
      <button type="button" class="ghost send" aria-label="Send command" @click=${()=>Li(e)}>${h("send")}</button>
    </div>`}function Pt(){setTimeout(()=>{document.activeElement?.closest(".slash, .popup")||(ee=null,f())},100)}function Nc(e,t){let n=e.values[t.name],r=e.error?.name===t.name,d=`chip ${r?"wrong":""} ${ee===t.name?"focused":""}`;if(t.type===11)return o`<label class="${d} chip-file"><span class="chip-name">${t.name}</span><span class="chip-value">${n?.file?`${n.file.name} \xB7 ${ut(n.file.size)}`:"Choose a file"}</span>
      <input type="file" data-chip=${t.name} aria-label=${t.name} @focus=${()=>Lr(t.name,e)} @blur=${Pt} @keydown=${a=>{(a.key!=="Enter"||n?.file)&&Dr(a,e,t)}}
        @change=${a=>Bc(e,t,a.target.files?.[0])}></label>`;let u=ee===t.name&&Rn(e,t).length>0,s=V(a=>{a&&Mi(a)});return o`<label class=${d}><span class="chip-name">${t.name}</span><textarea rows="1" data-chip=${t.name} aria-label=${t.name} aria-describedby="slash-about"
    aria-invalid=${r?"true":l} aria-haspopup=${Nt(t)||t.autocomplete?"listbox":l}
    aria-controls=${u?"offers":l} aria-activedescendant=${u&&L>=0?`offer-${L}`:l} spellcheck="false" inputmode=${t.type===4?"numeric":t.type===10?"decimal":l}
    .value=${Tt(n?.text??"")} ${s} @input=${a=>{let c=a.target;Ic(e,t,c.value.replace(/\s*\n\s*/g," ")),Mi(c)}}
    @focus=${()=>Lr(t.name,e)} @blur=${Pt} @keydown=${a=>Dr(a,e,t)}></textarea></label>`}function Mi(e){CSS.supports("field-sizing","content")||(e.style.width=`${Math.min(Math.max(e.value.length+1,4),60)}ch`)}function Bc(e,t,n){if(n){if(n.size>ar)return B(`${n.name} is too large: files may have up to 10 MB.`);e.values[t.name]={text:n.name,file:n},Di(e,t.name)}}function jc(e,t){let n=Rn(e,t),r=t.autocomplete&&st.waiting;return e.values[t.name]?.picked!==void 0&&!t.autocomplete?l:n.length?Rt("",o`<div class="popup-head">${t.name}</div><div id="offers" role="listbox" aria-label=${t.name}>${n.map((d,u)=>Pi(u,d.name,d.about??"",()=>Ri(e,t,d)))}</div>`,Pt):r?o`<div class="popup quiet">Asking Inkling…</div>`:Nt(t)?o`<div class="popup quiet">Nothing here matches.</div>`:l}function Hc(e){let t=Oi(e);return t.length?Rt("",o`<div class="popup-head">Optional</div><div id="offers" role="listbox" aria-label="Options">${t.map((n,r)=>Pi(r,n.name,n.description,()=>Or(e,n)))}</div>`,Pt):o`<div class="popup quiet">No option has this name.</div>`}function Pi(e,t,n,r){return o`<div id="offer-${e}" role="option" class="choice" aria-selected=${e===L?"true":"false"}
    @pointermove=${()=>{L!==e&&(L=e,f())}} @click=${r}><span class="choice-line"><b>${t}</b></span>${n&&n!=="\u2026"?o`<span class="choice-about">${n}</span>`:l}</div>`}var W=0,Bi="",ji=()=>A().text.startsWith("/")&&A().text!==Bi?A().text.slice(1):null,Hi=()=>{let e=ji();return e===null||e.includes(`
`)?[]:id(ue(),e)};function qi(e){let t=A();t.slash=Xt(e),t.text="",f(),z(t.slash.chips[0]??null)}function Dn(e){let t=A();t.slash=Xn(e,ue()),t.text=t.slash?"":e,f(),t.slash?z(t.slash.chips[0]??null):document.querySelector(".composer textarea")?.focus()}function qc(e){let t=e.target,n=A();if(n.text=t.value,t.value&&!t.value.startsWith("/")&&Ad(),W=0,n.slash=Xn(t.value,ue()),n.slash){n.text="";let r=n.slash.chips;f(),z(r.findLast(d=>n.slash?.values[d])??r[0]??null)}else f()}function Uc(e){if(e.isComposing)return;let t=Hi();if(t.length){if(e.key==="ArrowDown"||e.key==="ArrowUp")return W=(W+(e.key==="ArrowDown"?1:-1)+t.length)%t.length,e.preventDefault(),f(),document.getElementById(`command-${W}`)?.scrollIntoView({block:"nearest"});if(e.key==="Tab"&&!e.shiftKey||e.key==="Enter"){e.preventDefault();let n=t[W];return e.key==="Enter"&&!n.options.length?void dn(Xt(n)):qi(n)}}if(e.key==="ArrowUp"&&!A().text){let n=(i.messages.get(i.current)??[]).findLast(r=>xe(r).edit);n&&(e.preventDefault(),_e(n));return}if(e.key==="Escape")return Bi=A().text,A().reply=null,f();e.key==="Enter"&&!e.shiftKey&&(e.preventDefault(),lr())}function Fc(e){let t=e.clipboardData?.files;t?.length&&(e.preventDefault(),kt(t))}function Ui(){let e=de(),t=A(),n=Hi(),r=!t.text.trim()&&!t.files.length;W>=n.length&&(W=0);let d=e?`Message ${F(e)}`:"Message";return yi()?o`<div class="composer">${ki()}</div>`:t.slash?o`<div class="composer">${Ii(t.slash)}</div>`:o`<div class="composer">
    ${n.length?Gc(n):ji()!==null&&!n.length?o`<div class="popup quiet">${ue().length?"No command matches. Press Enter to send this as a message.":"Inkling has not registered its commands yet."}</div>`:l}
    ${t.reply?o`<div class="reply-bar"><span>Replying to <b>${De(t.reply.author).name}</b></span><button type="button" class="ghost"
      aria-label="Cancel reply" @click=${()=>{t.reply=null,f()}}>${h("x")}</button></div>`:l}
    ${t.files.length?o`<ul class="trays" aria-label="Files to send">${t.files.map(Kc)}</ul>`:l}
    <div class="entry">
      <label class="ghost attach" title="Attach files">${h("plus")}<input type="file" multiple aria-label="Attach files" @change=${u=>{let s=u.target;kt(s.files??[]),s.value="",matchMedia("(hover: none)").matches||document.querySelector(".composer textarea")?.focus()}}></label>
      <textarea rows="1" aria-label=${d} placeholder=${d} aria-haspopup="listbox" aria-controls=${n.length?"commands":l}
        aria-autocomplete="list" aria-activedescendant=${n.length?`command-${W}`:l} spellcheck="false" .value=${Tt(t.text)}
        @input=${qc} @keydown=${Uc} @paste=${Fc}></textarea>
      ${r?o`<button type="button" class="ghost" aria-label="Record a voice message" title="Record a voice message" @click=${()=>{wi()}}>${h("mic")}</button>`:l}
      <button type="button" class="ghost send" aria-label="Send message" ?disabled=${r} @click=${()=>lr()}>${h("send")}</button>
    </div></div>`}function Gc(e){let t=i.users.get(i.bot);return Rt("picker",o`<div class="popup-head">${t?G(t):l}${t?.name}</div>
    <div id="commands" role="listbox" aria-label="Commands">${e.map((n,r)=>o`<div id="command-${r}" role="option" class="choice"
      aria-selected=${r===W?"true":"false"} @pointermove=${()=>{W!==r&&(W=r,f())}}
      @click=${()=>qi(n)}>
      <span class="choice-line"><b>/${n.path}</b>${n.options.filter(d=>d.required).map(d=>o`<span class="hint">${d.name}</span>`)}${n.options.some(d=>!d.required)?o`<span class="more">+${n.options.filter(d=>!d.required).length} optional</span>`:l}</span>
      <span class="choice-about">${n.description}</span></div>`)}</div>`)}var Ni=new WeakMap;function Vc(e){let t=Ni.get(e);return t||Ni.set(e,t=URL.createObjectURL(e)),t}function Kc(e){let t=()=>{A().files=A().files.filter(d=>d!==e),f()},n=kn.test(e.name),r=()=>{t(),rn(i.current,e)};return o`<li class="tray">${Ct.test(e.name)?o`<img src=${Vc(e)} alt="">`:h(n?"volume":"fileText")}
    <span class="tray-words"><span class="file-name" title=${e.name}>${e.name}</span>${n?o`<button type="button" class="link" @click=${r}>Send as voice message</button>`:o`<span class="file-size">${ut(e.size)}</span>`}</span>
    <button type="button" class="ghost" aria-label="Remove ${e.name}" @click=${t}>${h("x")}</button></li>`}var zc=()=>i.channels.find(e=>e.kind==="dm");async function Wc(e){let t=zc();t&&(await ie(t.id),Dn(e))}var Fi="a red apple on a blue background",Qc=[{sign:"image",title:"Paint a picture",shown:`/imagine ${Fi}`,needs:"imagine",go:()=>Dn(`/imagine prompt: ${Fi}`)},{sign:"note",title:"Keep a note",shown:"Write Inkling a direct message",needs:"notes",go:()=>{Wc("Idea: paint the harbour at dusk, with the lamps already on #ideas")}},{sign:"sprout",title:"Begin a habit",shown:"/habit add Read before bed, daily",needs:"habit add",go:()=>Dn("/habit add name: Read before bed schedule: daily")}],Yc=[{kind:"notes",name:"a sample notebook",needs:"notes",done:"A notebook of twelve notes is yours. Type /notes to look into it."},{kind:"habits",name:"a year of habits",needs:"habit",done:"Four habits and a year of entries are yours. Type /habit today."}],Bt=new Set,jt=ce(),Gi=e=>ue().some(t=>t.path===e||t.path.startsWith(`${e} `));async function Xc(e){Bt.add(e.kind),f(),await D(x.sample(e.kind))&&(i.samples=[...i.samples,e.kind],B(e.done,!0)),Bt.delete(e.kind),f()}function Ir(){let e=Qc.filter(r=>Gi(r.needs)),t=Yc.filter(r=>Gi(r.needs)),n=r=>{Ln(),r.go()};return o`${e.length?o`<div class="steps">${e.map(r=>o`<button type="button" class="step" @click=${()=>n(r)}>${h(r.sign)}<span><b>${r.title}</b> <span class="step-shown">${r.shown}</span></span></button>`)}</div>`:l}
    ${t.length?o`<p class="samples"><span>Rather look around? Load</span>${t.map(r=>o`<button type="button" class="sample" aria-busy=${Bt.has(r.kind)?"true":l}
      ?disabled=${Bt.has(r.kind)||i.samples.includes(r.kind)} @click=${()=>{Xc(r)}}>${i.samples.includes(r.kind)?h("check"):l}${Bt.has(r.kind)?`loading ${r.name}\u2026`:r.name}</button>`)}</p>`:l}`}function Vi(){i.drawer="",i.guideShown=!0,f(),jt.value&&!jt.value.open&&jt.value.showModal()}function Ln(){i.guideShown&&(i.guideShown=!1,jt.value?.close(),f())}function Ki(){return i.guideShown?o`<dialog ${V(jt)} class="modal guide" aria-labelledby="guide-title" @close=${Ln} @click=${e=>{e.target===e.currentTarget&&Ln()}}>
    <header><h2 id="guide-title">Three things to try</h2><button type="button" class="ghost" aria-label="Close" @click=${Ln}>${h("x")}</button></header>
    <div class="modal-body">${Ir()}</div></dialog>`:l}function On(e,t){if(!e?.url?.startsWith("attachment://"))return e;let n=e.url.slice(13);return t.attachments.find(r=>r.filename===n)??e}function In(e,t){return Yi(e.map(n=>{let r=On(n.media,t),d=Ae(r),u=it(r?.url??"");return{url:d??"",alt:n.description??"",name:u,caption:n.description??u,width:r?.width,height:r?.height,spoiler:n.spoiler,outside:d?void 0:r?.url??""}}))}function Qi(e){if(!e.length)return l;let t=e.filter(r=>Ct.test(r.filename)),n=e.filter(r=>!Ct.test(r.filename));return o`
    ${t.length?Yi(t.map(r=>({url:r.url,alt:r.description??"",name:r.filename,caption:r.description??r.filename,width:r.width,height:r.height,spoiler:r.filename.startsWith("SPOILER_")}))):l}
    ${n.map(r=>Pr(r.url,r.filename,r.size,kn.test(r.filename)))}`}function Pr(e,t,n,r=!1){return o`<div class="file ${r?"file-sound":""}">
    ${h("fileText")}
    <div class="file-words"><span class="file-name" title=${t}>${t}</span>${n?o`<span class="file-size">${ut(n)}</span>`:l}</div>
    ${e?o`<a class="ghost" href=${Ar(e)} download=${t} aria-label="Download ${t}">${h("download")}</a>`:l}
    ${r?o`<audio controls preload="none" src=${e} aria-label=${t}></audio>`:l}
  </div>`}function Yi(e){let t=e.filter(d=>!d.outside),n=d=>{i.picture={all:t,at:t.indexOf(d)},f()},r=(d,u)=>{let s=d.currentTarget;s.classList.contains("veiled")?s.classList.remove("veiled"):n(u)};return o`<div class="gallery gallery-${Math.min(e.length,10)}">${e.map(d=>d.outside!==void 0?o`<div class="outside">${h("lock")}<span>A picture elsewhere is not loaded here.</span>
        ${/^https?:/.test(d.outside)?o`<a href=${d.outside} target="_blank" rel="noopener noreferrer">Open it</a>`:l}</div>`:o`<button type="button" class=${d.spoiler?"picture veiled":"picture"} aria-label=${d.alt?`Open picture: ${d.alt}`:`Open picture ${d.name}`}
        @click=${u=>r(u,d)}
        ${Z("--ratio",d.width&&d.height?`${d.width} / ${d.height}`:null)}>
        <img src=${d.url} alt=${d.alt} loading="lazy" decoding="async" width=${d.width??l} height=${d.height??l}>
        ${d.alt?o`<span class="alt-mark" aria-hidden="true" title=${d.alt}>ALT</span>`:l}
        ${d.spoiler?o`<span class="veil-word">Spoiler</span>`:l}
      </button>`)}</div>`}function Pn(e,t,n,r=!1){let d=Ae(On(e,n));if(!d)return l;let u={url:d,alt:t??"",name:it(d),caption:t??it(d)};return o`<button type="button" class="thumbnail ${r?"veiled":""}" aria-label="Open picture: ${u.caption}"
    @click=${()=>{i.picture={all:[u],at:0},f()}}><img src=${d} alt=${u.alt} loading="lazy"></button>`}var zi=ce(),Wi=new dt;function Xi(){let e=i.picture;if(!e)return Wi.leave(),l;let t=e.all[e.at],n=()=>{i.picture=null,f()},r=u=>{e.at=(e.at+u+e.all.length)%e.all.length,f()},d=u=>{u.key==="ArrowRight"&&r(1),u.key==="ArrowLeft"&&r(-1)};return queueMicrotask(()=>Wi.show(zi.value)),o`<dialog ${V(zi)} class="light-box" aria-label="Picture" @close=${n} @keydown=${d}
      @click=${u=>{u.target.matches("dialog, .light-stage")&&n()}}>
    <div class="light-bar">
      <span class="light-count">${e.all.length>1?`${e.at+1} of ${e.all.length}`:l}</span>
      <a class="ghost" href=${Ar(t.url)} download=${t.name} aria-label="Download picture">${h("download")}<span>Download picture</span></a>
      <button type="button" class="ghost" aria-label="Close" @click=${n}>${h("x")}</button>
    </div>
    <div class="light-stage">
      ${e.all.length>1?o`<button type="button" class="ghost turn" aria-label="Previous picture" @click=${()=>r(-1)}>‹</button>`:l}
      <img src=${t.url} alt=${t.alt}>
      ${e.all.length>1?o`<button type="button" class="ghost turn" aria-label="Next picture" @click=${()=>r(1)}>›</button>`:l}
    </div>
    <p class="light-caption">${t.caption}</p>
  </dialog>`}var Zi=O(class extends j{constructor(){super(...arguments),this.key=l}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(Ie(e),this.key=t),n}});var Zc=["","primary","secondary","success","danger","link","premium"];function ot(e,t){return e.map(n=>Ji(n,t))}function Ji(e,t){switch(e.type){case 1:return o`<div class="row">${ot(e.components??[],t)}</div>`;case 2:return Jc(e,t);case 3:case 5:case 6:case 7:case 8:return ef(e,t);case 9:return o`<div class="section"><div class="section-words">${ot(e.components??[],t)}</div>
      <div class="section-side">${e.accessory?Ji(e.accessory,t):l}</div></div>`;case 10:return o`<div class="text prose">${X(e.content)}</div>`;case 11:return Pn(e.media,e.description,t,e.spoiler);case 12:return In(e.items??[],t);case 13:{let n=On(e.file,t),r=Ae(n);return Pr(r??"",e.name??it(n?.url??""),e.size)}case 14:return o`<div class="separator ${e.divider===!1?"bare":""} ${e.spacing===2?"wide":""}"
      role="separator"></div>`;case 17:return o`<div class="container ${Te(e.accent_color)?"accented":""}" ${Z("--accent-bar",Te(e.accent_color))}>${e.spoiler?o`<button type="button" class="veil" @click=${n=>n.currentTarget.remove()}>Spoiler</button>`:l}${ot(e.components??[],t)}</div>`;default:return o`<div class="unknown">A component of kind ${e.type} is not shown here yet.</div>`}}function Jc(e,t){let n=o`${_n(e.emoji)}${e.label?o`<span>${e.label}</span>`:l}`,r=e.label||e.emoji?.name||"Button";if(e.style===5){let u=St(e.url??"");return o`<a class="button button-link" href=${u??l} target="_blank" rel="noopener noreferrer">${n}${h("externalLink")}</a>`}let d=i.busy.has(`${t.id}:${e.custom_id}`);return o`<button type="button" class="button button-${Zc[e.style??2]??"secondary"} ${d?"busy":""}"
    ?disabled=${!!e.disabled} aria-busy=${d?"true":l} aria-label=${r}
    @click=${()=>{d||Rd(t,e.custom_id??"")}}>${n}</button>`}function Nn(e){let t={5:Lt,6:Ot,7:An,8:()=>Tn(e.channel_types)}[e.type];if(!t)return e.options??[];let n=new Set(e.default_values?.map(r=>r.id));return t().map(({label:r,value:d,about:u})=>({label:r,value:d,description:u,default:n.has(d)}))}function ef(e,t){let n=i.busy.has(`${t.id}:${e.custom_id}`),r=Nn(e),d=e.placeholder||"Make a selection",u=(e.max_values??1)>1,s=a=>{Dd(t,e.custom_id??"",a)};return u?tf(e,r,d,n,s):o`<span class="menu ${n?"busy":""}"><select aria-label=${d} ?disabled=${!!e.disabled||n}
      @change=${a=>s([a.target.value])}>
      ${r.some(a=>a.default)?l:o`<option value="" disabled selected hidden>${d}</option>`}
      ${r.map(a=>o`<option value=${a.value} ?selected=${!!a.default}>${a.emoji?.name&&!a.emoji.id?`${a.emoji.name} `:""}${a.label}${a.description?` \u2014 ${a.description}`:""}</option>`)}
    </select>${h("chevronDown")}</span>`}function tf(e,t,n,r,d){let u=a=>{let c=a.currentTarget.closest("details");d([...c.querySelectorAll("input:checked")].map(g=>g.value)),c.open=!1},s=a=>{let c=a.currentTarget.closest("details"),g=c.querySelectorAll("input:checked").length;c.querySelector("button").disabled=g<(e.min_values??1)||g>(e.max_values??1)};return o`<details class="menu many ${r?"busy":""}"><summary aria-label=${n}>${n}${h("chevronDown")}</summary>
    <div class="many-list" role="group" aria-label=${n}>${t.map(a=>o`<label><input type="checkbox" value=${a.value}
      ?checked=${!!a.default} @change=${s}><span>${a.label}${a.description?o`<small>${a.description}</small>`:l}</span></label>`)}
      <button type="button" class="button button-primary" @click=${u} ?disabled=${(e.min_values??1)>t.filter(a=>a.default).length}>Choose</button></div></details>`}var Nr=4,ds=19,Bn=21,nf=22,Br=23,rf=new Set([3,5,6,7,8]),es=ce(),ts=new dt;function us(){let e=i.modal;if(!e)return ts.leave(),l;queueMicrotask(()=>ts.show(es.value,".modal-body :is(textarea, input, select)"));let t=()=>{i.modal===e&&(i.modal=null,f())},n=r=>{r.preventDefault(),i.modalBusy||Id(...sf(e.components,r.currentTarget))};return Zi(e.id,o`<dialog ${V(es)} class="modal" aria-labelledby="modal-title" @close=${t}>
    <form @submit=${n} novalidate>
      <header><span class="avatar avatar-bot" aria-hidden="true">${se()}</span><h2 id="modal-title">${e.title}</h2>
        <button type="button" class="ghost" aria-label="Close" @click=${t}>${h("x")}</button></header>
      <div class="modal-body">
        ${e.components.map(df)}
        ${i.modalError?o`<p class="failure" role="alert">${h("alert")}${i.modalError}</p>`:l}
      </div>
      <footer><button type="button" class="button button-secondary" @click=${t}>Cancel</button>
        <button type="submit" class="button button-primary ${i.modalBusy?"busy":""}" aria-busy=${i.modalBusy?"true":l}>Submit</button></footer>
    </form></dialog>`)}function df(e){return e.type===10?o`<div class="text prose">${X(e.content)}</div>`:e.type===18&&e.component?ns(e.component,e.label??"",e.description??""):(e.components??[]).map(t=>ns(t,t.label??"",""))}function ns(e,t,n){let r=`field-${e.custom_id}`,d=e.required!==!1&&e.type!==Br,u=d?o`<span class="star" aria-hidden="true">*</span>`:l,s=n?o`<p class="about" id="${r}-about">${n}</p>`:l;return e.type===Bn||is(e)?o`<fieldset class="field"><legend>${t}${u}</legend>${s}${e.type!==Bn&&e.placeholder?o`<p class="about">${e.placeholder}</p>`:l}${Nn(e).map(a=>o`<label class="tick">
      <input type=${e.type===Bn?"radio":"checkbox"} name=${e.custom_id} value=${a.value} ?checked=${!!a.default}>
      <span>${a.label}${a.description?o`<small>${a.description}</small>`:l}</span></label>`)}</fieldset>`:e.type===Br?o`<div class="field"><label class="tick"><input type="checkbox" name=${e.custom_id} ?checked=${!!e.default}><span>${t}</span></label>${s}</div>`:o`<div class="field"><label for=${r}>${t}${u}</label>${s}${uf(e,r,d,n)}</div>`}function uf(e,t,n,r){let d=r?`${t}-about`:l;if(e.type===Nr&&e.style===2)return o`<textarea id=${t} name=${e.custom_id} rows="5" ?required=${n} placeholder=${e.placeholder??""} aria-describedby=${d}
      maxlength=${e.max_length??l} .value=${e.value??""}></textarea>`;if(e.type===Nr)return o`<input id=${t} name=${e.custom_id} type="text" autocomplete="off" ?required=${n} placeholder=${e.placeholder??""}
      aria-describedby=${d} maxlength=${e.max_length??l} .value=${e.value??""}>`;if(e.type===ds){let s=e.max_values??1,a=c=>{let g=c.target;g.parentElement.querySelector(".drop-words").textContent=[...g.files??[]].map(m=>m.name).join(", ")||rs(s)};return o`<span class="drop-box">${h("upload")}<span class="drop-words">${rs(s)}</span><input id=${t} name=${e.custom_id} type="file" ?multiple=${s>1} aria-describedby=${d} @change=${a}></span>`}let u=Nn(e);return o`<span class="menu"><select id=${t} name=${e.custom_id} ?required=${n} aria-describedby=${d}>
    ${u.some(s=>s.default)&&n?l:o`<option value="" ?disabled=${n} ?selected=${!u.some(s=>s.default)}>${e.placeholder||"Make a selection"}</option>`}
    ${u.map(s=>o`<option value=${s.value} ?selected=${!!s.default}>${s.label}</option>`)}</select>${h("chevronDown")}</span>`}var is=e=>e.type===nf||rf.has(e.type)&&(e.max_values??1)>1,rs=e=>e>1?`Choose up to ${e} files, or drop them here`:"Choose a file, or drop it here";function sf(e,t){let n={},r=[],d=u=>[...t.elements].filter(s=>s.name===u);for(let u of e.flatMap(s=>s.component??s.components??[])){let s=u.custom_id;if(!s)continue;let[a]=d(s);if(a)if(u.type===Nr)n[s]=a.value;else if(u.type===Br)n[s]=a.checked;else if(u.type===Bn)n[s]=d(s).find(c=>c.checked)?.value??null;else if(is(u))n[s]=d(s).filter(c=>c.checked).map(c=>c.value);else if(u.type===ds){n[s]=[];for(let c of a.files??[])r.push([s,c])}else n[s]=[...a.selectedOptions].map(c=>c.value).filter(Boolean)}return[n,r]}var of=()=>i.online&&(i.status.phase==="ready"||i.status.phase==="loading"),Hn=e=>o`<i class="presence ${!e.bot||of()?"here":""}" aria-hidden="true"></i>`,jn=e=>i.roles.find(t=>t.hoist&&e.roles.includes(t.id)),Ht=e=>e.id===i.owner?"Owner":jn(e)?.name??"Visitor";function af(e){let t=jn(e)?.color;return o`<div class="member"><span class="with-status">${G(e)}${Hn(e)}</span><span class="member-name ${e.bot?"by-bot":""} ${t?"coloured":""}"
    ${Z("--role",Te(t))}>${e.name}</span>${e.id===i.owner?o`<span class="crown" title="Owns this server">${h("crown")}<span class="sr">owner</span></span>`:l}${e.bot?o`<span class="tag">App</span>`:l}${e.id===i.me?o`<small>you</small>`:l}</div>`}function ss(){let e=[...i.users.values()],t=e.filter(d=>!d.bot),n=(d,u)=>u.length?o`<section><h2>${d} — ${u.length}</h2>${u.map(af)}</section>`:l,r=i.roles.filter(d=>d.hoist);return o`${r.map(d=>n(`${d.name}s`,t.filter(u=>jn(u)?.id===d.id)))}
    ${n("Members",t.filter(d=>!jn(d)))}${n("Apps",e.filter(d=>d.bot))}`}function os(){let e=i.users.get(i.me);if(!e)return l;let t=[...i.users.values()].filter(n=>!n.bot&&n.id!==e.id);return o`<div class="panel"><div class="panel-me"><span class="with-status">${G(e)}${Hn(e)}</span>
      <span class="panel-name"><b>${e.name}</b><small>${Ht(e)}</small></span></div>
    <nav class="panel-others" aria-label="Be someone else"><span>Open a tab as</span>${t.map(n=>o`<a href="/?as=${n.id}" target="_blank" rel="noopener"
      title="${n.name}: ${Ht(n).toLowerCase()}" aria-label="Open a tab as ${n.name}, ${Ht(n).toLowerCase()}">${n.name}</a>`)}</nav></div>`}var lf={},as=O(class extends j{constructor(){super(...arguments),this.ot=lf}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((r,d)=>r===this.ot[d]))return C}else if(this.ot===t)return C;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}});var at=40,jr=null;function cf(e){let t=[];try{t=[...atob(e)].map(n=>n.charCodeAt(0))}catch{}return Array.from({length:at},(n,r)=>{let d=t.slice(Math.floor(r*t.length/at),Math.max(Math.floor((r+1)*t.length/at),Math.floor(r*t.length/at)+1));return d.length?Math.max(...d)/255:0})}var Hr=class extends HTMLElement{static observedAttributes=["src","seconds","waveform"];audio=new Audio;bars=[];connectedCallback(){this.audio.preload="none";for(let t of["play","pause","ended","timeupdate","seeked"])this.audio.addEventListener(t,this.draw);this.audio.addEventListener("error",this.draw),this.attributeChangedCallback()}disconnectedCallback(){this.audio.pause()}attributeChangedCallback(){if(!this.isConnected)return;let t=this.getAttribute("src")??"";this.audio.getAttribute("src")!==t&&this.audio.setAttribute("src",t),this.bars=cf(this.getAttribute("waveform")??""),this.draw()}get seconds(){return Number(this.getAttribute("seconds"))||0}toggle=()=>{if(!this.audio.paused)return this.audio.pause();jr!==this.audio&&jr?.pause(),jr=this.audio,this.audio.play().catch(()=>this.draw())};jump=t=>{this.audio.currentTime=Number(t.target.value),this.draw()};draw=()=>{let t=this.audio.ended?0:this.audio.currentTime,n=!this.audio.paused&&!this.audio.ended,r=this.seconds?t/this.seconds:0,d=t>0?`${Le(t)} / ${Le(this.seconds)}`:Le(this.seconds);Yt(this.audio.error?o`<span class="voice-words">This recording cannot be played here.</span>`:o`
      <button type="button" class="voice-play" aria-label=${n?"Pause":"Play voice message"} @click=${this.toggle}>${h(n?"pause":"play")}</button>
      <span class="voice-wave"><svg viewBox="0 0 ${at*4} 32" preserveAspectRatio="none" aria-hidden="true">${this.bars.map((u,s)=>bt`<rect class=${(s+.5)/at<=r?"heard":""} x=${s*4+.5} width="2.5" rx="1.2" y=${16-Math.max(u*15,1.5)} height=${Math.max(u*30,3)} />`)}</svg>
        <input type="range" min="0" max=${this.seconds} step="any" .value=${String(t)} aria-label="Place in the voice message" aria-valuetext=${d} @input=${this.jump}></span>
      <span class="voice-time">${d}</span>`,this)}};customElements.define("ink-voice",Hr);var ls=(e,t,n)=>o`<ink-voice class="voice" src=${e} seconds=${t} waveform=${n}></ink-voice>`;var ff=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F389}","\u{1F440}","\u{1F64F}","\u2705","\u{1F525}"],pf={all:"Message actions",react:"Add a reaction",forward:"Forward to",delete:"Delete this message?"},fe=ce(),lt=null;function me(e,t,n){lt=document.activeElement,i.sheet={message:e.id,kind:t},f(),fe.value&&!fe.value.open&&fe.value.showModal(),fs(n.x,n.y)}function fs(e,t){let n=fe.value;n&&(n.style.setProperty("--x",`${Math.max(8,Math.min(e,innerWidth-n.offsetWidth-8))}px`),n.style.setProperty("--y",`${Math.max(8,Math.min(t,innerHeight-n.offsetHeight-8))}px`))}var qn=e=>{let t=e.currentTarget.getBoundingClientRect();return{x:t.right-240,y:t.bottom+4}};function ft(){i.sheet=null,fe.value?.close(),f(),!(!(lt instanceof HTMLElement)||!lt.isConnected||document.activeElement!==document.body)&&(lt.matches("article")?En(lt):lt.focus())}function ps(e,t){let n=e.target;if(i.sheet)return e.preventDefault();if(n.closest("a, textarea, input, select")||getSelection()?.toString()&&!matchMedia("(hover: none)").matches)return;e.preventDefault();let r=e.currentTarget.getBoundingClientRect(),d=e.clientX||e.clientY;me(t,"all",d?{x:e.clientX,y:e.clientY}:{x:r.left+72,y:r.top+24})}var mf=450,pe=null;function ms(e,t){if(e.pointerType!=="touch"||e.target.closest("a, button, select, textarea, input"))return;qt();let{clientX:n,clientY:r}=e;pe={x:n,y:r,timer:setTimeout(()=>{pe=null,i.sheet||me(t,"all",{x:n,y:r})},mf)}}function hs(e){pe&&Math.hypot(e.clientX-pe.x,e.clientY-pe.y)>10&&qt()}function qt(){pe&&clearTimeout(pe.timer),pe=null}function hf(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(!t)return;e.preventDefault();let n=[...e.currentTarget.querySelectorAll("button")];n[(n.indexOf(document.activeElement)+t+n.length)%n.length]?.focus()}function gs(){let e=i.sheet,t=e&&i.messages.get(i.current)?.find(n=>n.id===e.message);return!e||!t?l:o`<dialog ${V(fe)} class="sheet" aria-label=${pf[e.kind]} @close=${()=>{i.sheet&&ft()}}
    @keydown=${hf} @click=${n=>{n.target===n.currentTarget&&ft()}}
    @contextmenu=${n=>n.preventDefault()}><div class="sheet-body">${e.kind==="delete"?$f(t):e.kind==="forward"?bf(t):o`${gf(t)}${e.kind==="all"?vf(t):l}`}</div></dialog>`}function gf(e){return(e.flags??0)&64?l:o`<div class="quick" role="group" aria-label="Quick reactions">${ff.map(t=>{let n=!!e.reactions?.some(r=>r.emoji.name===t&&r.me);return o`<button type="button" class=${n?"mine":""} aria-label="React with ${t}" aria-pressed=${n} @click=${()=>{ft(),un(e,t,n)}}>${t}</button>`})}</div>`}function vf(e){let t=xe(e),n=t.use?vd():[];return o`<div class="doings">
    ${t.answer?ct("reply","Reply",()=>_t(e)):l}
    ${t.forward?o`<button type="button" class="doing" @click=${()=>cs("forward")}>${h("forward")}<span>Forward</span></button>`:l}
    ${t.edit?ct("pencil","Edit message",()=>_e(e)):l}
    ${e.content?ct("copy","Copy text",()=>{navigator.clipboard?.writeText(e.content)}):l}
    ${t.dismiss?ct("eye","Dismiss message",()=>{on(e)}):l}
    ${t.delete?o`<button type="button" class="doing danger" @click=${()=>cs("delete")}>${h("trash")}<span>Delete message</span></button>`:l}
    ${n.length?o`<div role="group" aria-labelledby="apps"><h2 id="apps">Apps</h2>${n.map(r=>ct("grid",r,()=>{Ld(e,r)},i.users.get(i.bot)?.name))}</div>`:l}</div>`}function ct(e,t,n,r,d){return o`<button type="button" class="doing" aria-label=${d??l} @click=${()=>{ft(),n()}}>${h(e)}<span>${t}</span>${r?o`<small aria-hidden="true">${r}</small>`:l}</button>`}function cs(e){i.sheet&&(i.sheet.kind=e),f();let{left:t,top:n}=fe.value.getBoundingClientRect();fs(t,n),fe.value?.querySelector("button")?.focus()}function bf(e){return o`<p class="sheet-ask">Forward to</p><div class="doings">${i.channels.map(t=>ct(t.kind==="dm"?"atSign":t.hidden?"lock":"hash",t.name,()=>{Td(e,t.id)},void 0,F(t)))}</div>`}function $f(e){return o`<p class="sheet-ask">Delete this message${de()?.kind==="dm"?"":" for everyone"}? It cannot be brought back.</p>
    <div class="sheet-answers"><button type="button" class="button button-secondary" @click=${ft}>Keep it</button>
    <button type="button" class="button button-danger" @click=${()=>{ft(),Od(e)}}>Delete</button></div>`}var wf=420*1e3,Se=(e,t)=>((e.flags??0)&t)!==0;function vs(e,t){return!!t&&t.author.id===e.author.id&&!e.referenced_message&&!e.interaction_metadata&&!Se(e,64)&&!Se(t,64)&&new Date(e.timestamp).getTime()-new Date(t.timestamp).getTime()<wf}function bs(e,t){let n=De(e.author),r=Se(e,64),d=Se(e,128),u=new Date(e.timestamp),s=e.mentions?.some(a=>a.id===i.me)&&e.author.id!==i.me;return o`<article class="message ${t?"compact":""} ${r?"ephemeral":""} ${s?"mentions-me":""}"
      aria-label=${`${n.name}, ${R(u,"t")}`} data-message=${e.id}
      @contextmenu=${a=>ps(a,e)} @pointerdown=${a=>ms(a,e)}
      @pointermove=${hs} @pointerup=${qt} @pointercancel=${qt} @keydown=${a=>_f(a,e)}>
    ${Mf(e)}
    ${t?o`<span class="gutter" aria-hidden="true">${R(u,"t")}</span>`:o`<span class="gutter">${G(n)}</span>`}
    <div class="body">
      ${t?l:o`<header><span class="author ${n.bot?"by-bot":""}">${n.name}</span>${n.bot?o`<span class="tag">App</span>`:l}<time datetime=${e.timestamp} title=${R(u,"F")}>${tr(e.timestamp)}</time></header>`}
      ${d?o`<p class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${n.name} is thinking…</p>`:i.editing===e.id?kf(e):$s(e)}
      ${Af(e)}
      ${i.failures.has(e.id)?o`<p class="failure" role="alert">${h("alert")}${i.failures.get(e.id)}</p>`:l}
      ${r?o`<p class="only-you">${h("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link"
        @click=${()=>on(e)}>Dismiss message</button></p>`:l}
    </div>
    ${d||i.editing===e.id?l:xf(e,n.name)}
  </article>`}function xf(e,t){let n=xe(e);return o`<div class="tools" role="group" aria-label="Actions">
    ${n.answer?o`<button type="button" class="ghost" aria-label="Add a reaction" title="Add a reaction" @click=${r=>me(e,"react",qn(r))}>${h("smile")}</button>
      <button type="button" class="ghost" aria-label="Reply to ${t}" title="Reply" @click=${()=>_t(e)}>${h("reply")}</button>`:l}
    ${n.edit?o`<button type="button" class="ghost" aria-label="Edit message" title="Edit" @click=${()=>_e(e)}>${h("pencil")}</button>`:l}
    <button type="button" class="ghost" aria-label="More actions" title="More" aria-haspopup="dialog" @click=${r=>me(e,"all",qn(r))}>${h("ellipsis")}</button></div>`}function _f(e,t){if(e.target!==e.currentTarget||e.ctrlKey||e.metaKey||e.altKey)return;let n=xe(t),r=e.currentTarget.getBoundingClientRect(),d={x:r.left+72,y:r.top+24};if(e.key==="Enter")me(t,"all",d);else if(e.key==="r"&&n.answer)_t(t);else if(e.key==="e"&&n.edit)_e(t);else if(e.key==="+"&&n.answer)me(t,"react",d);else return;e.preventDefault()}function kf(e){let t=r=>r.currentTarget.closest(".editing").querySelector("textarea"),n=r=>{r.stopPropagation(),!r.isComposing&&(r.key==="Escape"&&sn(),r.key==="Enter"&&!r.shiftKey&&(r.preventDefault(),pr(e,t(r).value)))};return o`<div class="editing"><textarea aria-label="Edit message" rows="1" maxlength="2000" spellcheck="false" .value=${e.content} @keydown=${n}></textarea>
    <div class="edit-foot"><button type="button" class="link" @click=${sn}>Cancel</button><span aria-hidden="true">·</span><button type="button" class="link"
      @click=${r=>{pr(e,t(r).value)}}>Save</button></div></div>`}function $s(e){let t=e.edited_timestamp?o`<span class="edited" title=${R(new Date(e.edited_timestamp),"F")}>(edited)</span>`:l;if(Se(e,32768))return o`<div class="parts">${ot(e.components,e)}</div>${e.edited_timestamp?o`<div class="edited-line">${t}</div>`:l}`;if(e.message_snapshots?.length)return Ef(e);let n=Se(e,8192)?e.attachments[0]:void 0;return n?ls(n.url,n.duration_secs??0,n.waveform??""):o`${e.content||e.edited_timestamp?o`<div class="text prose">${X(e.content)}${e.edited_timestamp?o` ${t}`:l}</div>`:l}
    ${Qi(e.attachments??[])}
    ${(e.embeds??[]).map(r=>Sf(r,e))}
    ${e.components?.length?o`<div class="parts">${ot(e.components,e)}</div>`:l}`}function Ef(e){let t=i.channels.find(n=>n.id===e.message_reference?.channel_id);return o`<div class="forwarded"><p class="forwarded-mark">${h("forward")}Forwarded</p>
    ${e.message_snapshots.map(({message:n})=>$s({...e,message_snapshots:void 0,...n,id:e.id}))}
    ${t?o`<button type="button" class="forwarded-from" @click=${()=>{ie(t.id)}}>${F(t)}<span aria-hidden="true">·</span>${tr(e.message_snapshots[0].message.timestamp)}</button>`:l}</div>`}function Mf(e){let t=e.interaction_metadata,n=t?.name??e.interaction?.name;if(t&&n&&!e.referenced_message){let s=De(t.user);return o`<div class="context">${G(s)}<span class="context-name">${s.name}</span> used <span class="mention">${t.command_type===3?"":"/"}${n}</span></div>`}let r=e.referenced_message;if(e.message_snapshots?.length||!e.message_reference&&!r)return l;if(!r)return o`<div class="context"><em>Original message was deleted</em></div>`;let d=De(r.author),u=Mr(r.content)||Tf(r)||(Se(r,8192)?"Voice message":r.attachments?.length?"Click to see attachment":"Click to see message");return o`<div class="context">${G(d)}<button type="button" class="context-jump" title="Go to this message"
    @click=${()=>Tr(r.id)}><span class="context-name">${d.name}</span><span class="context-words">${u}</span></button></div>`}function Tf(e){let t=[...e.components??[]];for(let n=t.shift();n;n=t.shift()){if(n.content)return Mr(n.content);t.unshift(...n.components??[])}return""}function Af(e){return e.reactions?.length?o`<div class="reactions">${e.reactions.map(t=>o`<button type="button" class="reaction ${t.me?"mine":""}" aria-pressed=${t.me}
    aria-label=${`${t.emoji.name}, ${t.count}`} ?disabled=${!!t.emoji.id} @click=${()=>un(e,t.emoji.name??"",t.me)}>${_n(t.emoji)}<b>${t.count}</b></button>`)}
    <button type="button" class="reaction add" aria-label="Add a reaction to this" title="Add a reaction" @click=${t=>me(e,"react",qn(t))}>${h("smile")}</button></div>`:l}function Sf(e,t){let n=St(e.url??""),r=[e.footer?.text,e.timestamp?R(new Date(e.timestamp),"f"):""].filter(Boolean).join(" \xB7 ");return o`<div class="embed" ${Z("--accent-bar",Te(e.color))}><div class="embed-words">
    ${e.author?o`<div class="embed-author">${e.author.name}</div>`:l}
    ${e.title?o`<div class="embed-title">${n?o`<a href=${n} target="_blank" rel="noopener noreferrer">${e.title}</a>`:X(e.title)}</div>`:l}
    ${e.description?o`<div class="text prose">${X(e.description)}</div>`:l}
    ${e.fields?.length?o`<dl class="fields">${e.fields.map(d=>o`<div class=${d.inline?"inline":""}><dt>${X(d.name)}</dt><dd class="prose">${X(d.value)}</dd></div>`)}</dl>`:l}
    ${Ae(e.image)?In([{media:e.image}],t):l}
    ${r?o`<div class="embed-foot">${r}</div>`:l}
    </div>${e.thumbnail?Pn(e.thumbnail,null,t):l}</div>`}function ys(e){let t=i.users.get(i.me),n=i.users.get(i.bot);return o`<article class="message pending" aria-label=${`/${e.path}, ${e.failed?"failed":"sending"}`}>
    <div class="context">${t?G(t):l}<span class="context-name">${t?.name}</span> used <span class="mention">/${e.path}</span></div>
    <span class="gutter"><span class="avatar avatar-bot" aria-hidden="true">${se()}</span></span>
    <div class="body"><header><span class="author by-bot">${n?.name}</span><span class="tag">App</span></header>
      ${e.failed?o`<p class="failure" role="alert">${h("alert")}The application did not respond</p>
        <p class="only-you">${h("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link" @click=${()=>Cd(e.id)}>Dismiss message</button></p>`:o`<p class="thinking" role="status">Sending command…</p>`}
    </div></article>`}var Cf=120,Rf=1500,he=!0,ws="",xs=0,Ms=-1/0,_s="",ks=null,Es=new ResizeObserver(()=>pt());function Ts(){let e=de(),t=i.messages.get(i.current)??[],n=i.pending.filter(d=>d.channel===i.current),r=n.at(-1)?.id??t.findLast(d=>d.author.id===i.me)?.id??"";return r!==_s&&(_s=r,he=!0),o`<div class="scroller" tabindex="0" @scroll=${Of} @keydown=${If} @wheel=${{handleEvent:Un,passive:!0}}
    @touchmove=${{handleEvent:Un,passive:!0}} @pointerdown=${Un}>
    <div class="messages" role="log" aria-label="Messages">
      ${e&&i.loaded?Lf(e,!t.length&&!n.length):l}
      ${Dt(t,d=>d.id,(d,u)=>Df(d,t[u-1]))}
      ${Dt(n,d=>d.id,ys)}
    </div></div>
    ${he?l:o`<button type="button" class="to-end" @click=${Pf}>${h("arrowDown")}<span>Newest messages</span></button>`}`}function Df(e,t){let n=new Date(e.timestamp).toDateString(),r=!t||new Date(t.timestamp).toDateString()!==n,d=!r&&vs(e,t);return o`${r&&t?o`<div class="day" role="separator"><span>${R(new Date(e.timestamp),"D")}</span></div>`:l}
    ${as([e,d,n,new Date(ae()).toDateString()],()=>bs(e,d))}`}function Lf(e,t){return o`<div class="welcome ${t?"":"small"}">
    <div class="welcome-mark" aria-hidden="true">${e.kind==="dm"?o`<span class="avatar avatar-bot">${se()}</span>`:h("hash")}</div>
    <h2>${e.kind==="dm"?"Inkling":`Welcome to #${e.name}`}</h2>
    <p>${e.kind==="dm"?"Your direct messages with Inkling. Nobody else sees them.":o`Type <kbd>/</kbd> to see what Inkling can do${t&&ue().length?", or begin with one of these":""}.`}</p>
    ${t?Ir():l}
  </div>`}function Un(){Ms=performance.now()}function Of(e){let t=e.currentTarget,n=t.scrollHeight-t.scrollTop-t.clientHeight<Cf,r=t.scrollTop<xs&&performance.now()-Ms<Rf;xs=t.scrollTop;let d=n||he&&!r;d!==he&&(he=d,f())}function If(e){Un();let t=e.target,n=e.currentTarget,r={ArrowUp:-1,ArrowDown:1}[e.key];if(e.key==="Escape")return document.querySelector(".composer textarea")?.focus();if(!r||!(t===n||t.matches("article.message")))return;let d=[...n.querySelectorAll("article[data-message]")],u=d.indexOf(t),s=d[u<0?r<0?d.length-1:0:u+r];s&&(e.preventDefault(),En(s))}function Pf(){he=!0,pt(),f()}function pt(){let e=document.querySelector(".scroller");if(!e)return;let t=e.firstElementChild;t&&t!==ks&&(Es.disconnect(),Es.observe(t),ks=t),ws!==i.current&&(ws=i.current,he=!0),he&&(e.scrollTop=e.scrollHeight)}var Cs=[["limit","Rate limit","Discord answers the next three requests with \u201Ctoo many\u201D; Inkling waits and asks again."],["errors","Server errors","Discord's next two answers are errors (502); Inkling tries again by itself."],["slow","Slow network","Every answer from Discord takes two seconds longer, until you make all well."],["drop","Cut the connection","Inkling loses its live connection once, takes it up again and reads what it missed."],["session","Forget the session","The connection is cut and cannot be resumed; Inkling has to log in anew."],["expire","Expire all tokens","Buttons and commands asked so far count as 15 minutes old; results come another way."]],Nf=1e3,Bf=2500,As,Fn="",jf=()=>Cs.filter(([e])=>i.trouble[e]).map(([,e])=>e.toLowerCase()).join(", ");async function Ut(){clearTimeout(As),i.trouble=await x.troubles().catch(()=>({})),f(),Object.keys(i.trouble).length&&(As=setTimeout(()=>{Ut()},Nf))}async function Rs(e){let t=await D(x.trouble(e));t&&(i.trouble=t,Fn=t[e]?"":e,setTimeout(()=>{Fn===e&&(Fn="",f())},Bf),await Ut())}function qr(){Re("trouble"),i.panel==="trouble"&&Ut()}function Hf(e){let t=i.trouble[e];return t?o`<span class="left">${e==="slow"?"on":`${t} left`}</span>`:Fn===e?o`<span class="left" role="status">done</span>`:l}function Ds(){let e=jf();return i.panel!=="trouble"?e?o`<div class="banner made" role="status">${h("trouble")}<span>Trouble is on: ${e}.</span>${Ss()}</div>`:l:o`<section class="made-panel" aria-label="Trouble">
    <div class="made-head"><h2>${h("trouble")}Trouble, on purpose</h2><span class="spacer"></span>${Ss(!e)}<button type="button" class="ghost" aria-label="Close the trouble panel"
      @click=${qr}>${h("x")}</button></div>
    <p>A bad day at Discord, to see what Inkling does then. It touches only this playground.</p>
    <div class="kinds">${Cs.map(([t,n,r])=>o`<button type="button" class="kind ${i.trouble[t]?"on":""}" @click=${()=>{Rs(t)}}><span class="kind-name">${n}${Hf(t)}</span> <span class="kind-about">${r}</span></button>`)}</div></section>`}var Ss=(e=!1)=>o`<button type="button" class="button button-secondary" ?disabled=${e} @click=${()=>{Rs("well")}}>Make all well</button>`;function Os(){let e=de();return o`
    <header class="mark"><span class="mark-dot" aria-hidden="true"></span><span><b>Playground</b> — ${qf()}<span class="wide-only"> Nothing leaves it, and it starts fresh each time.</span><span class="phone-only"> Nothing leaves it.</span></span></header>
    <div class="app ${i.drawer?`drawer-${i.drawer}`:""} ${i.membersShown?"with-members":""}">
      <nav class="rail" aria-label="Servers"><button type="button" class="server current" aria-label=${i.guildName} aria-current="true" title=${i.guildName}
        @click=${()=>{let t=i.channels[0];t&&ie(t.id)}}>${se()}</button></nav>
      <div class="side" role="region" aria-label="Server">
        <div class="side-head"><h2>${i.guildName}</h2></div>
        <button type="button" class="channel begin" @click=${Vi}>${h("compass")}<span>Start here</span></button>
        <nav class="channels" aria-label="Channels">${Ls("Text channels","text")}${Ls("Direct messages","dm")}</nav>
        ${os()}
      </div>
      <main class="chat" aria-label=${e?F(e):"Channel"}>
        <header class="chat-head">
          <button type="button" class="ghost only-phone ${i.unread.size?"news":""}" aria-label=${`Show channels${i.unread.size?", new messages":""}`} @click=${()=>Is("channels")}>${h("menu")}</button>
          <span class="chat-kind" aria-hidden="true">${e?h(Ps(e)):l}</span><h1>${e?.name}</h1>
          ${e?.topic?o`<span class="topic" title=${e.topic}>${e.topic}</span>`:l}
          <span class="spacer"></span>
          <button type="button" class="ghost" aria-label="Time travel" title="Time travel" aria-expanded=${i.panel==="clock"} @click=${()=>Re("clock")}>${h("clock")}</button>
          <button type="button" class="ghost" aria-label="Trouble" title="Trouble, on purpose" aria-expanded=${i.panel==="trouble"} @click=${qr}>${h("trouble")}</button>
          <button type="button" class="ghost" aria-label="Bot log" title="Bot log" aria-pressed=${i.logShown} @click=${()=>{i.logShown=!i.logShown,f()}}>${h("scrollText")}</button>
          <button type="button" class="ghost" aria-label="Member list" title="Member list" aria-pressed=${i.membersShown} @click=${Ff}>${h("users")}</button>
        </header>
        ${Gf()}${ku()}${Ds()}
        ${Ts()}
        ${Ui()}
        ${Vf()}
        ${i.logShown?Kf():l}
      </main>
      <aside class="members" aria-label="Members">${ss()}</aside>
      <div class="scrim" @click=${()=>{i.drawer="",f()}}></div>
    </div>
    <div class="toasts" role="status" aria-live="polite">${i.toasts.map(t=>o`<div class="toast">${h(t.good?"check":"alert")}<span>${t.text}</span>
      <button type="button" class="ghost" aria-label="Put this message away" @click=${()=>{i.toasts=i.toasts.filter(n=>n!==t),f()}}>${h("x")}</button></div>`)}</div>
    ${Xi()}${us()}${gs()}${Ki()}`}function qf(){let e=i.users.get(i.me);return e&&e.id!==i.owner?o`in this tab you are <b>${e.name}</b>, ${Ht(e).toLowerCase()}.`:"a Discord on this computer."}var Uf=()=>matchMedia("(max-width: 760px)").matches;function Is(e){i.drawer=i.drawer===e?"":e,f()}function Ff(){if(Uf())return Is("members");i.membersShown=!i.membersShown,f()}function Ls(e,t){let n=i.channels.filter(r=>r.kind===t);return o`<section><h2>${e}</h2>${n.map(r=>{let d=r.id===i.current,u=i.users.get(i.bot);return o`<button type="button" class="channel ${d?"current":""} ${i.unread.has(r.id)?"unread":""}" aria-current=${d?"page":l}
      @click=${()=>ie(r.id)}>${t==="dm"&&u?o`<span class="with-status">${G(u)}${Hn(u)}</span>`:h(Ps(r))}<span>${r.name}</span>${i.unread.has(r.id)?o`<span class="sr">, new messages</span>`:l}</button>`})}</section>`}var Ps=e=>e.kind==="dm"?"atSign":e.hidden?"lock":"hash";function Gf(){let{phase:e,detail:t}=i.status;if(!i.online)return o`<div class="banner trouble" role="status">The playground has stopped or is not reachable. This page reconnects by itself.</div>`;let n={starting:"Inkling is starting\u2026 Its model loads in about 15 s; you can already look around.",loading:"Inkling is here. Its model is still loading; what you ask for now waits its turn.",restarting:"Inkling stopped and is being started again. Nothing that was accepted is lost.",stopped:"Inkling does not run. Its log says why."};return n[e]?o`<div class="banner ${e==="stopped"||e==="restarting"?"trouble":""}" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${n[e]}${t?o` <small>${t}</small>`:l}</span></div>`:l}function Vf(){let e=_d(),t=e.length>2?o`<b>Several people</b> are typing…`:o`${e.map((n,r)=>o`${r?" and ":l}<b>${n}</b>`)} ${e.length>1?"are":"is"} typing…`;return o`<div class="typing" role="status">${e.length?o`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${t}</span>`:l}</div>`}function Kf(){return o`<section class="log" aria-label="Bot log"><div class="log-head"><b>Bot log</b><button type="button" class="ghost" aria-label="Close the bot log" @click=${()=>{i.logShown=!1,f()}}>${h("x")}</button></div>
    <pre tabindex="0">${i.log.length?i.log.join(`
`):"Nothing yet."}</pre></section>`}var Ur=document.getElementById("root");function Fr(){Yt(Os(),Ur),pt();let e=i.channels.find(n=>n.id===i.current),t=i.me===i.owner?"":`${wt.user(i.me)} in `;document.title=e?`${i.unread.size?"\u25CF ":""}${t}${F(e)} \u2014 Inkling playground`:"Inkling playground"}new ResizeObserver(pt).observe(Ur);Ur.addEventListener("load",pt,!0);for(let e of["dragover","drop"])document.addEventListener(e,t=>{t.preventDefault();let n=t.dataTransfer?.files;if(e!=="drop"||!n?.length)return;if(!i.modal)return kt(n);let r=t.target.closest?.(".drop-box")?.querySelector("input");r&&(r.files=n,r.dispatchEvent(new Event("change")))});document.addEventListener("keydown",e=>{(document.activeElement===document.body||document.activeElement?.matches(".scroller"))&&e.key.length===1&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&e.key!==" "&&document.querySelector(".composer textarea")?.focus(),e.key==="Escape"&&i.drawer&&(i.drawer="",Fr())});gd(Fr);Fr();yd().then(Ut).catch(e=>{document.querySelector("#root").textContent=e.message});

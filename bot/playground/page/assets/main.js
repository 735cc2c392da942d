var bs=Object.create;var Pd=Object.defineProperty;var $s=Object.getOwnPropertyDescriptor;var ys=Object.getOwnPropertyNames;var ws=Object.getPrototypeOf,xs=Object.prototype.hasOwnProperty;var _=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(n){throw t=0,n}};var _s=(e,t,n,d)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of ys(t))!xs.call(e,r)&&r!==n&&Pd(e,r,{get:()=>t[r],enumerable:!(d=$s(t,r))||d.enumerable});return e};var ks=(e,t,n)=>(n=e!=null?bs(ws(e)):{},_s(t||!e||!e.__esModule?Pd(n,"default",{value:e,enumerable:!0}):n,e));var E=_(hd=>{"use strict";Object.defineProperty(hd,"__esModule",{value:!0});var So=/\r\n?/g,Co=/\t/g,Ro=/\f/g,wu=function(e){return e.replace(So,`
`).replace(Ro,"").replace(Co,"    ")},xu=function(e,t){var n=e||{};if(t!=null)for(var d in t)Object.prototype.hasOwnProperty.call(t,d)&&(n[d]=t[d]);return n},_u=function(e,t){var n=Object.keys(e).filter(function(s){var a=e[s];if(a==null||a.match==null)return!1;var c=a.order;return(typeof c!="number"||!isFinite(c))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+s+"`: "+String(c)),!0});n.sort(function(s,a){var c=e[s],g=e[a],m=c.order,p=g.order;if(m!==p)return m-p;var b=c.quality?0:1,v=g.quality?0:1;return b!==v?b-v:s<a?-1:s>a?1:0});var d,r=function(s,a){var c=[];for(a=a||d,d=a;s;){var g=null,m=null,p=null,b=NaN,v=0,y=n[0],w=e[y];do{var N=w.order,P=a.prevCapture==null?"":a.prevCapture[0],z=w.match(s,a,P);if(z){var jt=w.quality?w.quality(z,a,P):0;jt<=b||(g=y,m=w,p=z,b=jt)}v++,y=n[v],w=e[y]}while(w&&(!p||w.order===N&&w.quality));if(m==null||p==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+n[n.length-1]+`'. It seems to not match the following source:
`+s);if(p.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var q=m.parse(p,r,a);if(Array.isArray(q))Array.prototype.push.apply(c,q);else{if(q==null||typeof q!="object")throw new Error(`parse() function returned invalid parse result: '${q}'`);q.type==null&&(q.type=g),c.push(q)}a.prevCapture=p,s=s.substring(a.prevCapture[0].length)}return c},u=function(s,a){return d=xu(a,t),!d.inline&&!d.disableAutoBlockNewlines&&(s=s+`

`),d.prevCapture=null,r(wu(s),d)};return u},j=function(e){var t=function(n,d,r){return d.inline?e.exec(n):null};return t.regex=e,t},G=function(e){var t=function(n,d){return d.inline?null:e.exec(n)};return t.regex=e,t},fd=function(e){var t=function(n,d){return e.exec(n)};return t.regex=e,t},$m=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,M=function(e,t,n,d){n=n||{},d=typeof d<"u"?d:!0;var r="";for(var u in n){var s=n[u];Object.prototype.hasOwnProperty.call(n,u)&&s&&(r+=" "+Ie(u)+'="'+Ie(s)+'"')}var a="<"+e+r+">";return d?a+t+"</"+e+">":a},pd=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},Do=/[<>&"']/g,Oo={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},Ie=function(e){return String(e).replace(Do,function(t){return Oo[t]})},Lo=/\\([^0-9A-Za-z\s])/g,md=function(e){return e.replace(Lo,"$1")},fn=function(e,t,n){var d=n.inline||!1;n.inline=!0;var r=e(t,n);return n.inline=d,r},Io=function(e,t,n){var d=n.inline||!1;n.inline=!1;var r=e(t+`

`,n);return n.inline=d,r},an=function(e,t,n){return{content:fn(t,e[1],n)}},cd=function(){return{}},pn="(?:[*+-]|\\d+\\.)",ku="( *)("+pn+") +",gu=new RegExp("^"+ku),No=new RegExp(ku+"[^\\n]*(?:\\n(?!\\1"+pn+` )[^\\n]*)*(
|$)`,"gm"),Eu=/\n{2,}$/,Po=/^ (?= *`)|(` *) $/g,Bo=Eu,vu=/ *\n+$/,jo=new RegExp("^( *)("+pn+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+pn+` )\\n*|\\s*
*$)`),Ho=/(?:^|\n)( *)$/,ln=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,n=/^ *-+: *$/,d=/^ *:-+: *$/,r=/^ *:-+ *$/,u=function(m){return n.test(m)?"right":d.test(m)?"center":r.test(m)?"left":null},s=function(m,p,b,v){v&&(m=m.replace(e,""));var y=m.trim().split("|");return y.map(u)},a=function(m,p,b,v){var y=b.inTable;b.inTable=!0;var w=p(m.trim(),b);b.inTable=y;var N=[[]];return w.forEach(function(P,z){P.type==="tableSeparator"?(!v||z!==0&&z!==w.length-1)&&N.push([]):(P.type==="text"&&(w[z+1]==null||w[z+1].type==="tableSeparator")&&(P.content=P.content.replace(t,"")),N[N.length-1].push(P))}),N},c=function(m,p,b,v){var y=m.trim().split(`
`);return y.map(function(w){return a(w,p,b,v)})},g=function(m){return function(p,b,v){v.inline=!0;var y=a(p[1],b,v,m),w=s(p[2],b,v,m),N=c(p[3],b,v,m);return v.inline=!1,{type:"table",header:y,align:w,cells:N}}};return{parseTable:g(!0),parseNpTable:g(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),cn="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",bu=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,qo=/mailto:/i,$u=function(e,t,n){var d=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[d]){var r=t._defs[d];n.target=r.target,n.title=r.title}return t._refs=t._refs||{},t._refs[d]=t._refs[d]||[],t._refs[d].push(n),n},x=0,mn={Array:{html:function(e,t,n){for(var d="",r=0;r<e.length;r++){var u=e[r];if(u.type==="text")for(u={type:"text",content:u.content};r+1<e.length&&e[r+1].type==="text";r++)u.content+=e[r+1].content;d+=t(u,n)}return d}},heading:{order:x++,match:G(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,n){return{level:e[1].length,content:fn(t,e[2].trim(),n)}},html:function(e,t,n){return M("h"+e.level,t(e.content,n))}},nptable:{order:x++,match:G(ln.NPTABLE_REGEX),parse:ln.parseNpTable,html:null},lheading:{order:x++,match:G(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,n){return{type:"heading",level:e[2]==="="?1:2,content:fn(t,e[1],n)}},html:null},hr:{order:x++,match:G(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:cd,html:function(e,t,n){return'<hr aria-hidden="true">'}},codeBlock:{order:x++,match:G(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,n){var d=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:d}},html:function(e,t,n){var d=e.lang?"markdown-code-"+e.lang:void 0,r=M("code",Ie(e.content),{class:d});return M("pre",r)}},fence:{order:x++,match:G(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,n){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:x++,match:G(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,n){var d=e[0].replace(/^ *> ?/gm,"");return{content:t(d,n)}},html:function(e,t,n){return M("blockquote",t(e.content,n))}},list:{order:x++,match:function(e,t){var n=t.prevCapture==null?"":t.prevCapture[0],d=Ho.exec(n),r=t._list||!t.inline;return d&&r?(e=d[1]+e,jo.exec(e)):null},parse:function(e,t,n){var d=e[2],r=d.length>1,u=r?+d:void 0,s=e[0].replace(Bo,`
`).match(No),a=!1,c=s.map(function(g,m){var p=gu.exec(g),b=p?p[0].length:0,v=new RegExp("^ {1,"+b+"}","gm"),y=g.replace(v,"").replace(gu,""),w=m===s.length-1,N=y.indexOf(`

`)!==-1,P=N||w&&a;a=P;var z=n.inline,jt=n._list;n._list=!0;var q;P?(n.inline=!1,q=y.replace(vu,`

`)):(n.inline=!0,q=y.replace(vu,""));var vs=t(q,n);return n.inline=z,n._list=jt,vs});return{ordered:r,start:u,items:c}},html:function(e,t,n){var d=e.items.map(function(s){return M("li",t(s,n))}).join(""),r=e.ordered?"ol":"ul",u={start:e.start};return M(r,d,u)}},def:{order:x++,match:G(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,n){var d=e[1].replace(/\s+/g," ").toLowerCase(),r=e[2],u=e[3];return n._refs&&n._refs[d]&&n._refs[d].forEach(function(s){s.target=r,s.title=u}),n._defs=n._defs||{},n._defs[d]={target:r,title:u},{def:d,target:r,title:u}},html:function(){return""}},table:{order:x++,match:G(ln.TABLE_REGEX),parse:ln.parseTable,html:function(e,t,n){var d=function(c){return e.align[c]==null?"":"text-align:"+e.align[c]+";"},r=e.header.map(function(c,g){return M("th",t(c,n),{style:d(g),scope:"col"})}).join(""),u=e.cells.map(function(c){var g=c.map(function(m,p){return M("td",t(m,n),{style:d(p)})}).join("");return M("tr",g)}).join(""),s=M("thead",M("tr",r)),a=M("tbody",u);return M("table",s+a)}},newline:{order:x++,match:G(/^(?:\n *)*\n/),parse:cd,html:function(e,t,n){return`
`}},paragraph:{order:x++,match:G(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:an,html:function(e,t,n){var d={class:"paragraph"};return M("div",t(e.content,n),d)}},escape:{order:x++,match:j(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,n){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:x++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:x++,match:j(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:x++,match:j(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,n){var d=e[1],r=e[1];return qo.test(r)||(r="mailto:"+r),{type:"link",content:[{type:"text",content:d}],target:r}},html:null},url:{order:x++,match:j(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:x++,match:j(new RegExp("^\\[("+cn+")\\]\\("+bu+"\\)")),parse:function(e,t,n){var d={content:t(e[1],n),target:md(e[2]),title:e[3]};return d},html:function(e,t,n){var d={href:pd(e.target),title:e.title};return M("a",t(e.content,n),d)}},image:{order:x++,match:j(new RegExp("^!\\[("+cn+")\\]\\("+bu+"\\)")),parse:function(e,t,n){var d={alt:e[1],target:md(e[2]),title:e[3]};return d},html:function(e,t,n){var d={src:pd(e.target),alt:e.alt,title:e.title};return M("img","",d,!1)}},reflink:{order:x++,match:j(new RegExp("^\\[("+cn+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return $u(e,n,{type:"link",content:t(e[1],n)})},html:null},refimage:{order:x++,match:j(new RegExp("^!\\[("+cn+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return $u(e,n,{type:"image",alt:e[1]})},html:null},em:{order:x,match:j(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,n){return{content:t(e[2]||e[1],n)}},html:function(e,t,n){return M("em",t(e.content,n))}},strong:{order:x,match:j(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:an,html:function(e,t,n){return M("strong",t(e.content,n))}},u:{order:x++,match:j(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:an,html:function(e,t,n){return M("u",t(e.content,n))}},del:{order:x++,match:j(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:an,html:function(e,t,n){return M("del",t(e.content,n))}},inlineCode:{order:x++,match:j(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,n){return{content:e[2].replace(Po,"$1")}},html:function(e,t,n){return M("code",Ie(e.content))}},br:{order:x++,match:fd(/^ {2,}\n/),parse:cd,html:function(e,t,n){return"<br>"}},text:{order:x++,match:fd(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,n){return{content:e[0]}},html:function(e,t,n){return Ie(e.content)}}},Uo=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var n=function(d,r,u){return e[d.type][t](d,r,u)};return n},Fo=function(e){var t=function(n,d){return d=d||{},Array.isArray(n)?n.map(function(r){return t(r,d)}).join(""):e(n,t,d)};return t},Mu=function(e,t,n={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var d,r=e.Array||mn.Array,u=r[t];if(!u)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var s=u,a=function(g,m){return m=m||d,d=m,Array.isArray(g)?s(g,a,m):e[g.type][t](g,a,m)},c=function(g,m){return d=xu(m,n),a(g,d)};return c},hn=_u(mn),Tu=function(e,t){return t=t||{},t.inline=!1,hn(e,t)},Go=function(e,t){return t=t||{},t.inline=!0,hn(e,t)},yu=function(e,t){var n=Eu.test(e);return t=t||{},t.inline=!n,hn(e,t)},Au=Mu(mn,"html"),Vo=function(e,t){return Au(Tu(e,t),t)},Ko={defaultRules:mn,parserFor:_u,outputFor:Mu,inlineRegex:j,blockRegex:G,anyScopeRegex:fd,parseInline:fn,parseBlock:Io,markdownToHtml:Vo,defaultBlockParse:Tu,defaultInlineParse:Go,defaultImplicitParse:yu,defaultHtmlOutput:Au,preprocess:wu,sanitizeText:Ie,sanitizeUrl:pd,unescapeUrl:md,htmlTag:M,defaultRawParse:hn,ruleOutput:Uo,htmlFor:Fo,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),yu.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};hd.default=Ko});var S=_($=>{"use strict";Object.defineProperty($,"__esModule",{value:!0});$.GuildNavigationRegex=$.SlashCommandRegex=$.SubtextRegex=$.HeadingRegex=$.TimestampRegex=$.TextRegex=$.StrikeThroughRegex=$.SpoilerRegex=$.EmoticonRegex=$.CodeBlockRegex=$.BlockQuoteRegex=$.HereRegex=$.EveryoneRegex=$.UserMentionRegex=$.RoleMentionRegex=$.EmojiRegex=$.ChannelMentionRegex=void 0;$.ChannelMentionRegex=/^<#(\d{17,20})>/;$.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;$.RoleMentionRegex=/^<@&(\d{17,20})>/;$.UserMentionRegex=/^<@!?(\d{17,20})>/;$.EveryoneRegex=/^@everyone/;$.HereRegex=/^@here/;$.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;$.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;$.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;$.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;$.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;$.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;$.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;$.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;$.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;$.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;$.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var Su=_(Ne=>{"use strict";var zo=Ne&&Ne.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ne,"__esModule",{value:!0});Ne.guildNavigation=void 0;var Wo=zo(E()),Qo=S();Ne.guildNavigation={order:Wo.default.defaultRules.strong.order,match:e=>Qo.GuildNavigationRegex.exec(e),parse:function(e){var t,n,d;let r=(t=e[2])!==null&&t!==void 0?t:e[3];if(r==="linked-roles"){let u=(d=(n=e[4])===null||n===void 0?void 0:n.slice(1))!==null&&d!==void 0?d:null;return{id:e[1],navigation:r,roleId:u}}else return{id:e[1],navigation:r}}}});var Cu=_(Pe=>{"use strict";var Yo=Pe&&Pe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Pe,"__esModule",{value:!0});Pe.slashCommand=void 0;var Xo=Yo(E()),Zo=S();Pe.slashCommand={order:Xo.default.defaultRules.strong.order,match:e=>Zo.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),n={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(n.subcommand=t[1]),t.length===3&&(n.subcommandGroup=t[1],n.subcommand=t[2]),n}}});var Ru=_(Be=>{"use strict";var Jo=Be&&Be.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Be,"__esModule",{value:!0});Be.everyone=void 0;var ea=Jo(E()),ta=S();Be.everyone={order:ea.default.defaultRules.strong.order,match:e=>ta.EveryoneRegex.exec(e),parse:function(){return{}}}});var Du=_(gn=>{"use strict";Object.defineProperty(gn,"__esModule",{value:!0});gn.TwemojiRegex=void 0;gn.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var Ou=_(je=>{"use strict";var na=je&&je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(je,"__esModule",{value:!0});je.twemoji=void 0;var da=na(E()),ra=Du();je.twemoji={order:da.default.defaultRules.strong.order,match:e=>ra.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var Lu=_(He=>{"use strict";var ua=He&&He.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(He,"__esModule",{value:!0});He.channel=void 0;var ia=ua(E()),sa=S();He.channel={order:ia.default.defaultRules.strong.order,match:e=>sa.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Iu=_(qe=>{"use strict";var oa=qe&&qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(qe,"__esModule",{value:!0});qe.timestamp=void 0;var aa=oa(E()),la=S();qe.timestamp={order:aa.default.defaultRules.strong.order,match:e=>la.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var Y=_(vn=>{"use strict";Object.defineProperty(vn,"__esModule",{value:!0});vn.extend=void 0;var ca=(e,t)=>Object.assign({},t,e);vn.extend=ca});var Nu=_(Ue=>{"use strict";var fa=Ue&&Ue.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.blockQuote=void 0;var pa=fa(E()),ma=Y(),ha=S();Ue.blockQuote=(0,ma.extend)({match:function(e,t,n){return!/^$|\n *$/.test(n)||t.inQuote?null:ha.BlockQuoteRegex.exec(e)},parse:function(e,t,n){let d=e[0],u=!!/^ *>>> ?/.exec(d)?/^ *>>> ?/:/^ *> ?/gm,s=d.replace(u,"");return{content:t(s,Object.assign({},n,{inQuote:!0})),type:"blockQuote"}}},pa.default.defaultRules.blockQuote)});var Bu=_(Fe=>{"use strict";var ga=Fe&&Fe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Fe,"__esModule",{value:!0});Fe.strikethrough=void 0;var Pu=ga(E()),va=Y(),ba=S();Fe.strikethrough=(0,va.extend)({match:Pu.default.inlineRegex(ba.StrikeThroughRegex)},Pu.default.defaultRules.del)});var Hu=_(Ge=>{"use strict";var $a=Ge&&Ge.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ge,"__esModule",{value:!0});Ge.codeBlock=void 0;var ju=$a(E()),ya=Y(),wa=S();Ge.codeBlock=(0,ya.extend)({match:ju.default.inlineRegex(wa.CodeBlockRegex),parse:function(e,t,n){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:n.inQuote||!1}}},ju.default.defaultRules.codeBlock)});var qu=_(Ve=>{"use strict";var xa=Ve&&Ve.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ve,"__esModule",{value:!0});Ve.emoji=void 0;var _a=xa(E()),ka=S();Ve.emoji={order:_a.default.defaultRules.strong.order,match:e=>ka.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var Uu=_(Ke=>{"use strict";var Ea=Ke&&Ke.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ke,"__esModule",{value:!0});Ke.role=void 0;var Ma=Ea(E()),Ta=S();Ke.role={order:Ma.default.defaultRules.strong.order,match:e=>Ta.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Fu=_(ze=>{"use strict";var Aa=ze&&ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ze,"__esModule",{value:!0});ze.autolink=void 0;var Sa=Aa(E()),Ca=Y();ze.autolink=(0,Ca.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Sa.default.defaultRules.autolink)});var Gu=_(We=>{"use strict";var Ra=We&&We.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(We,"__esModule",{value:!0});We.here=void 0;var Da=Ra(E()),Oa=S();We.here={order:Da.default.defaultRules.strong.order,match:e=>Oa.HereRegex.exec(e),parse:function(){return{}}}});var Vu=_(Qe=>{"use strict";var La=Qe&&Qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Qe,"__esModule",{value:!0});Qe.emoticon=void 0;var Ia=La(E()),Na=S();Qe.emoticon={order:Ia.default.defaultRules.text.order,match:e=>Na.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var Ku=_(Ye=>{"use strict";var Pa=Ye&&Ye.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ye,"__esModule",{value:!0});Ye.user=void 0;var Ba=Pa(E()),ja=S();Ye.user={order:Ba.default.defaultRules.strong.order,match:e=>ja.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var zu=_(bn=>{"use strict";Object.defineProperty(bn,"__esModule",{value:!0});bn.spoiler=void 0;var Ha=S();bn.spoiler={order:0,match:e=>Ha.SpoilerRegex.exec(e),parse:function(e,t,n){return{content:t(e[1],n)}}}});var Wu=_(Xe=>{"use strict";var qa=Xe&&Xe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Xe,"__esModule",{value:!0});Xe.heading=void 0;var Ua=qa(E()),Fa=Y(),Ga=S();Xe.heading=(0,Fa.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?Ga.HeadingRegex.exec(e):null}},Ua.default.defaultRules.heading)});var Qu=_(Ze=>{"use strict";var Va=Ze&&Ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ze,"__esModule",{value:!0});Ze.subtext=void 0;var Ka=Va(E()),za=S();Ze.subtext={order:Ka.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?za.SubtextRegex.exec(e):null},parse:function(e,t,n){return{content:t(e[1],n)}}}});var Yu=_(Je=>{"use strict";var Wa=Je&&Je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Je,"__esModule",{value:!0});Je.text=void 0;var Qa=Wa(E()),Ya=Y(),Xa=S();Je.text=(0,Ya.extend)({match:e=>Xa.TextRegex.exec(e)},Qa.default.defaultRules.text)});var Xu=_(et=>{"use strict";var Za=et&&et.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(et,"__esModule",{value:!0});et.url=void 0;var Ja=Za(E()),el=Y();et.url=(0,el.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Ja.default.defaultRules.url)});var Ju=_(tt=>{"use strict";var tl=tt&&tt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(tt,"__esModule",{value:!0});tt.em=void 0;var nl=Y(),Zu=tl(E());tt.em=(0,nl.extend)({parse:function(e,t,n){let d=Zu.default.defaultRules.em.parse(e,t,Object.assign({},n,{inEmphasis:!0}));return n.inEmphasis?d.content:d}},Zu.default.defaultRules.em)});var ti=_(nt=>{"use strict";var dl=nt&&nt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(nt,"__esModule",{value:!0});nt.br=void 0;var ei=dl(E()),rl=Y();nt.br=(0,rl.extend)({match:ei.default.anyScopeRegex(/^\n/)},ei.default.defaultRules.br)});var di=_(I=>{"use strict";var ul=I&&I.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(I,"__esModule",{value:!0});I.rulesExtended=I.rules=I.SimpleMarkdown=void 0;I.parse=ni;var ie=ul(E());I.SimpleMarkdown=ie.default;var il=Su(),sl=Cu(),ol=Ru(),al=Ou(),ll=Lu(),cl=Iu(),fl=Nu(),pl=Bu(),ml=Hu(),hl=qu(),gl=Uu(),vl=Fu(),bl=Gu(),$l=Vu(),yl=Ku(),wl=zu(),xl=Wu(),_l=Qu(),kl=Yu(),El=Xu(),Ml=Ju(),Tl=ti();I.rules={blockQuote:fl.blockQuote,codeBlock:ml.codeBlock,newline:ie.default.defaultRules.newline,escape:ie.default.defaultRules.escape,autolink:vl.autolink,url:El.url,em:Ml.em,strong:ie.default.defaultRules.strong,underline:ie.default.defaultRules.u,strikethrough:pl.strikethrough,inlineCode:ie.default.defaultRules.inlineCode,text:kl.text,emoticon:$l.emoticon,br:Tl.br,spoiler:wl.spoiler,heading:xl.heading,subtext:_l.subtext,user:yl.user,channel:ll.channel,role:gl.role,emoji:hl.emoji,everyone:ol.everyone,here:bl.here,twemoji:al.twemoji,timestamp:cl.timestamp,slashCommand:sl.slashCommand,guildNavigation:il.guildNavigation};I.rulesExtended=Object.assign(Object.assign({},I.rules),{link:ie.default.defaultRules.link});var Al=ie.default.parserFor(I.rules),Sl=ie.default.parserFor(I.rulesExtended);function ni(e,t="normal"){return t==="normal"?Al(e,{inline:!0}):Sl(e,{inline:!0})}I.default=ni});var Hn=globalThis,Bd=e=>e,Ht=Hn.trustedTypes,jd=Ht?Ht.createPolicy("lit-html",{createHTML:e=>e}):void 0,qn="$lit$",te=`lit$${Math.random().toFixed(9).slice(2)}$`,Un="?"+te,Es=`<${Un}>`,he=document,pt=()=>he.createComment(""),mt=e=>e===null||typeof e!="object"&&typeof e!="function",Fn=Array.isArray,Vd=e=>Fn(e)||typeof e?.[Symbol.iterator]=="function",jn=`[ 	
\f\r]`,ft=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Hd=/-->/g,qd=/>/g,pe=RegExp(`>|${jn}(?:([^\\s"'>=/]+)(${jn}*=${jn}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ud=/'/g,Fd=/"/g,Kd=/^(?:script|style|textarea|title)$/i,Gn=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),o=Gn(1),gt=Gn(2),cf=Gn(3),C=Symbol.for("lit-noChange"),l=Symbol.for("lit-nothing"),Gd=new WeakMap,me=he.createTreeWalker(he,129);function zd(e,t){if(!Fn(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return jd!==void 0?jd.createHTML(t):t}var Wd=(e,t)=>{let n=e.length-1,d=[],r,u=t===2?"<svg>":t===3?"<math>":"",s=ft;for(let a=0;a<n;a++){let c=e[a],g,m,p=-1,b=0;for(;b<c.length&&(s.lastIndex=b,m=s.exec(c),m!==null);)b=s.lastIndex,s===ft?m[1]==="!--"?s=Hd:m[1]!==void 0?s=qd:m[2]!==void 0?(Kd.test(m[2])&&(r=RegExp("</"+m[2],"g")),s=pe):m[3]!==void 0&&(s=pe):s===pe?m[0]===">"?(s=r??ft,p=-1):m[1]===void 0?p=-2:(p=s.lastIndex-m[2].length,g=m[1],s=m[3]===void 0?pe:m[3]==='"'?Fd:Ud):s===Fd||s===Ud?s=pe:s===Hd||s===qd?s=ft:(s=pe,r=void 0);let v=s===pe&&e[a+1].startsWith("/>")?" ":"";u+=s===ft?c+Es:p>=0?(d.push(g),c.slice(0,p)+qn+c.slice(p)+te+v):c+te+(p===-2?a:v)}return[zd(e,u+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),d]},ht=class e{constructor({strings:t,_$litType$:n},d){let r;this.parts=[];let u=0,s=0,a=t.length-1,c=this.parts,[g,m]=Wd(t,n);if(this.el=e.createElement(g,d),me.currentNode=this.el.content,n===2||n===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(r=me.nextNode())!==null&&c.length<a;){if(r.nodeType===1){if(r.hasAttributes())for(let p of r.getAttributeNames())if(p.endsWith(qn)){let b=m[s++],v=r.getAttribute(p).split(te),y=/([.?@])?(.*)/.exec(b);c.push({type:1,index:u,name:y[2],strings:v,ctor:y[1]==="."?Ut:y[1]==="?"?Ft:y[1]==="@"?Gt:ve}),r.removeAttribute(p)}else p.startsWith(te)&&(c.push({type:6,index:u}),r.removeAttribute(p));if(Kd.test(r.tagName)){let p=r.textContent.split(te),b=p.length-1;if(b>0){r.textContent=Ht?Ht.emptyScript:"";for(let v=0;v<b;v++)r.append(p[v],pt()),me.nextNode(),c.push({type:2,index:++u});r.append(p[b],pt())}}}else if(r.nodeType===8)if(r.data===Un)c.push({type:2,index:u});else{let p=-1;for(;(p=r.data.indexOf(te,p+1))!==-1;)c.push({type:7,index:u}),p+=te.length-1}u++}}static createElement(t,n){let d=he.createElement("template");return d.innerHTML=t,d}};function ge(e,t,n=e,d){if(t===C)return t;let r=d!==void 0?n._$Co?.[d]:n._$Cl,u=mt(t)?void 0:t._$litDirective$;return r?.constructor!==u&&(r?._$AO?.(!1),u===void 0?r=void 0:(r=new u(e),r._$AT(e,n,d)),d!==void 0?(n._$Co??=[])[d]=r:n._$Cl=r),r!==void 0&&(t=ge(e,r._$AS(e,t.values),r,d)),t}var qt=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:d}=this._$AD,r=(t?.creationScope??he).importNode(n,!0);me.currentNode=r;let u=me.nextNode(),s=0,a=0,c=d[0];for(;c!==void 0;){if(s===c.index){let g;c.type===2?g=new Ae(u,u.nextSibling,this,t):c.type===1?g=new c.ctor(u,c.name,c.strings,this,t):c.type===6&&(g=new Vt(u,this,t)),this._$AV.push(g),c=d[++a]}s!==c?.index&&(u=me.nextNode(),s++)}return me.currentNode=he,r}p(t){let n=0;for(let d of this._$AV)d!==void 0&&(d.strings!==void 0?(d._$AI(t,d,n),n+=d.strings.length-2):d._$AI(t[n])),n++}},Ae=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,d,r){this.type=2,this._$AH=l,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=d,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=ge(this,t,n),mt(t)?t===l||t==null||t===""?(this._$AH!==l&&this._$AR(),this._$AH=l):t!==this._$AH&&t!==C&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Vd(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==l&&mt(this._$AH)?this._$AA.nextSibling.data=t:this.T(he.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:d}=t,r=typeof d=="number"?this._$AC(t):(d.el===void 0&&(d.el=ht.createElement(zd(d.h,d.h[0]),this.options)),d);if(this._$AH?._$AD===r)this._$AH.p(n);else{let u=new qt(r,this),s=u.u(this.options);u.p(n),this.T(s),this._$AH=u}}_$AC(t){let n=Gd.get(t.strings);return n===void 0&&Gd.set(t.strings,n=new ht(t)),n}k(t){Fn(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,d,r=0;for(let u of t)r===n.length?n.push(d=new e(this.O(pt()),this.O(pt()),this,this.options)):d=n[r],d._$AI(u),r++;r<n.length&&(this._$AR(d&&d._$AB.nextSibling,r),n.length=r)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let d=Bd(t).nextSibling;Bd(t).remove(),t=d}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ve=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,d,r,u){this.type=1,this._$AH=l,this._$AN=void 0,this.element=t,this.name=n,this._$AM=r,this.options=u,d.length>2||d[0]!==""||d[1]!==""?(this._$AH=Array(d.length-1).fill(new String),this.strings=d):this._$AH=l}_$AI(t,n=this,d,r){let u=this.strings,s=!1;if(u===void 0)t=ge(this,t,n,0),s=!mt(t)||t!==this._$AH&&t!==C,s&&(this._$AH=t);else{let a=t,c,g;for(t=u[0],c=0;c<u.length-1;c++)g=ge(this,a[d+c],n,c),g===C&&(g=this._$AH[c]),s||=!mt(g)||g!==this._$AH[c],g===l?t=l:t!==l&&(t+=(g??"")+u[c+1]),this._$AH[c]=g}s&&!r&&this.j(t)}j(t){t===l?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Ut=class extends ve{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===l?void 0:t}},Ft=class extends ve{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==l)}},Gt=class extends ve{constructor(t,n,d,r,u){super(t,n,d,r,u),this.type=5}_$AI(t,n=this){if((t=ge(this,t,n,0)??l)===C)return;let d=this._$AH,r=t===l&&d!==l||t.capture!==d.capture||t.once!==d.once||t.passive!==d.passive,u=t!==l&&(d===l||r);r&&this.element.removeEventListener(this.name,this,d),u&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Vt=class{constructor(t,n,d){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=d}get _$AU(){return this._$AM._$AU}_$AI(t){ge(this,t)}},Qd={M:qn,P:te,A:Un,C:1,L:Wd,R:qt,D:Vd,V:ge,I:Ae,H:ve,N:Ft,U:Gt,B:Ut,F:Vt},Ms=Hn.litHtmlPolyfillSupport;Ms?.(ht,Ae),(Hn.litHtmlVersions??=[]).push("3.3.3");var Kt=(e,t,n)=>{let d=n?.renderBefore??t,r=d._$litPart$;if(r===void 0){let u=n?.renderBefore??null;d._$litPart$=r=new Ae(t.insertBefore(pt(),u),u,void 0,n??{})}return r._$AI(e),r};var ne=class extends Error{},Vn=new URLSearchParams(location.search).get("as"),Yd=Vn&&/^\d+$/.test(Vn)?`?as=${Vn}`:"";async function A(e,t,n=[]){let d={};if(t&&n.length){let s=new FormData;s.append("payload",JSON.stringify(t));for(let[a,c]of n)s.append(a,c,c.name);d={method:"POST",body:s}}else t&&(d={method:"POST",body:JSON.stringify(t),headers:{"Content-Type":"application/json"}});let r;try{r=await fetch(`/api${e}${Yd}`,d)}catch{throw new ne("The playground has stopped. Start it again in the console.")}if(r.status===413)throw new ne("These files are too large together.");let u=await r.json().catch(()=>null);if(!r.ok)throw new ne(u?.message??"That did not work. The console says more.");if(u?.refused)throw new ne(u.refused);return u}var k={state:()=>A("/state"),messages:e=>A(`/channels/${e}/messages`),commands:e=>A(`/channels/${e}/commands`),send:(e,t,n,d)=>A(`/channels/${e}/messages`,{content:t,reply_to:d??null},n.map((r,u)=>[`files[${u}]`,r])),voice:(e,t,n,d)=>A(`/channels/${e}/voice`,{duration_secs:n,waveform:d},[["files[0]",t]]),typing:e=>A(`/channels/${e}/typing`,{}),forward:(e,t)=>A(`/messages/${e}/forward`,{channel:t}),clock:e=>A("/clock",e),slash:(e,t,n,d)=>A(`/channels/${e}/slash`,{path:t,options:n},d.map(([r,u])=>[`option:${r}`,u])),autocomplete:(e,t,n,d)=>A(`/channels/${e}/autocomplete`,{path:t,options:n,focused:d}),press:(e,t)=>A(`/messages/${e}/press`,{custom_id:t}),select:(e,t,n)=>A(`/messages/${e}/select`,{custom_id:t,values:n}),dismiss:e=>A(`/messages/${e}/dismiss`,{}),react:(e,t,n)=>A(`/messages/${e}/react`,{emoji:t,remove:n}),edit:(e,t)=>A(`/messages/${e}/edit`,{content:t}),delete:e=>A(`/messages/${e}/delete`,{}),menu:(e,t)=>A(`/messages/${e}/menu`,{name:t}),troubles:()=>A("/trouble"),trouble:e=>A("/trouble",{kind:e}),submit:(e,t,n)=>A(`/modals/${e}`,{values:t},n.map(([d,r])=>[`field:${d}`,r]))};function Xd(e,t,n){let d=500,r=()=>{let u=new WebSocket(`ws://${location.host}/api/live${Yd}`);u.onmessage=s=>{let a=JSON.parse(s.data);a.t==="HELLO"&&(d=500,t()),e(a)},u.onclose=()=>{n(),setTimeout(r,d),d=Math.min(d*2,8e3)}};r()}function Zd(e){let t=[],n=(d,r,u)=>{let s=u.filter(a=>a.type===1||a.type===2);s.length||t.push({path:d,description:r,options:u});for(let a of s)n(`${d} ${a.name}`,a.description,a.options??[])};for(let d of e)(d.type??1)===1&&n(d.name,d.description,d.options??[]);return t.sort((d,r)=>d.path.localeCompare(r.path))}function Jd(e,t){let n=t.trim().toLowerCase(),d=e.filter(u=>u.path.startsWith(n)),r=e.filter(u=>!u.path.startsWith(n)&&u.path.includes(n));return[...d,...r]}function zt(e){let t=e.options.filter(n=>n.required).map(n=>n.name);return{entry:e,chips:t,values:{}}}function de(e,t){return e.options.find(n=>n.name===t)}function Wt(e){return e.entry.options.filter(t=>!e.chips.includes(t.name))}function Kn(e,t){let n=t.filter(m=>e.startsWith(`/${m.path} `)).sort((m,p)=>p.path.length-m.path.length)[0];if(!n)return null;let d=zt(n),r=e.slice(n.path.length+2),u=n.options.map(m=>m.name.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")),s=u.length?[...r.matchAll(new RegExp(`(?:^|\\s)(${u.join("|")}):\\s?`,"gu"))]:[],a=(m,p)=>{d.chips.includes(m)||d.chips.push(m),d.values[m]={text:p.trim()}},c=r.slice(0,s[0]?.index??r.length).trim(),g=d.chips[0]??n.options[0]?.name;return c&&g&&a(g,c),s.forEach((m,p)=>{a(m[1],r.slice(m.index+m[0].length,s[p+1]?.index??r.length))}),d}function zn(e,t){let n=t?.text.trim()??"";if(e.type===11)return t?.file||!e.required?null:"Choose a file.";if(!n&&t?.picked===void 0)return e.required?"This option is required. Specify a value.":"Give it a value, or remove it.";if(t?.picked!==void 0)return null;if(e.choices?.length||e.type===5||e.type>=6&&e.type<=9)return"Pick one from the list.";if(e.type===4&&!/^[+-]?\d+$/.test(n))return"Write a whole number.";if(e.type===10&&!Number.isFinite(Number(n)))return"Write a number.";if(e.type===4||e.type===10){if(e.min_value!==void 0&&Number(n)<e.min_value)return`The least is ${e.min_value}.`;if(e.max_value!==void 0&&Number(n)>e.max_value)return`The most is ${e.max_value}.`}return e.min_length&&n.length<e.min_length?`Write at least ${e.min_length} characters.`:e.max_length&&n.length>e.max_length?`Write at most ${e.max_length} characters.`:null}function er(e,t){if(t.picked!==void 0)return t.picked;let n=t.text.trim();return e.type===4||e.type===10?Number(n):n}var tr={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}},nr=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]],Qt=new Set,Ts=new Intl.RelativeTimeFormat("en",{numeric:"always"}),dr=0,se=()=>Date.now()+dr;function rr(e){dr=e*1e3,Qt.forEach(t=>t.refresh())}function R(e,t){if(Number.isNaN(e.getTime()))return"Invalid date";if(t!=="R")return new Intl.DateTimeFormat(void 0,tr[t]??tr.f).format(e);let n=Math.round((e.getTime()-se())/1e3),[d,r]=nr.find(([,u])=>Math.abs(n)>=u)??["second",1];return Ts.format(Math.trunc(n/r),d)}function Qn(e){let t=[],n=Math.round(e/60)*60;for(let[d,r]of nr.slice(2)){let u=Math.floor(n/r);if(u&&t.push(`${u} ${d}${u===1?"":"s"}`),n-=u*r,t.length===2)break}return t.join(" ")||"less than a minute"}function Yn(e){let t=new Date(e),n=new Date(se());return t.toDateString()===n.toDateString()?R(t,"t"):`${R(t,"d")}, ${R(t,"t")}`}setInterval(()=>Qt.forEach(e=>e.refresh()),1e3);var Wn=class extends HTMLElement{static observedAttributes=["unix","format"];connectedCallback(){this.format==="R"&&Qt.add(this),this.refresh()}disconnectedCallback(){Qt.delete(this)}attributeChangedCallback(){this.isConnected&&this.refresh()}get format(){return this.getAttribute("format")||"f"}refresh(){let t=new Date(Number(this.getAttribute("unix"))*1e3),n=R(t,this.format);this.textContent!==n&&(this.textContent=n),this.title=R(t,"F")}};customElements.define("ink-time",Wn);var i={me:"",bot:"",owner:"",users:new Map,roles:[],guildName:"",channels:[],current:"",messages:new Map,entries:new Map,drafts:new Map,pending:[],unread:new Set,typing:new Map,status:{phase:"starting",detail:""},log:[],busy:new Set,failures:new Map,online:!0,loaded:!1,modal:null,modalError:"",modalBusy:!1,picture:null,sheet:null,editing:"",menus:new Map,toasts:[],drawer:"",membersShown:!0,logShown:!1,trouble:{},panel:"",offset:0},ur=9500,or=()=>{};function ar(e){or=e}function f(){or()}function Se(e){i.panel=i.panel===e?"":e,f()}var T=()=>{let e=i.drafts.get(i.current);return e||i.drafts.set(i.current,e={text:"",files:[],reply:null,slash:null}),e},re=()=>i.channels.find(e=>e.id===i.current),$e=()=>i.entries.get(i.current)??[],lr=()=>i.menus.get(i.current)??[];function ye(e){let t=((e.flags??0)&64)!==0,n=e.author.id===i.me,d=!t&&((e.flags??0)&128)===0;return{answer:d,use:d,edit:d&&n&&!e.message_snapshots&&!((e.flags??0)&8192),dismiss:t,forward:d&&!e.message_snapshots,delete:!t&&(n||!!re()?.moderates)}}var Jn={user:e=>i.users.get(e)?.name,channel:e=>i.channels.find(t=>t.id===e)?.name,role:e=>i.roles.find(t=>t.id===e)?.name},W=e=>`${e.kind==="dm"?"@":"#"}${e.name}`,Ce=e=>i.users.get(e.id)??{id:e.id,name:e.global_name||e.username,bot:!!e.bot,roles:[]},As=0;function U(e,t=!1){let n=++As;i.toasts=[...i.toasts.filter(d=>d.text!==e),{id:n,text:e,good:t}],setTimeout(()=>{i.toasts=i.toasts.filter(d=>d.id!==n),f()},8e3),f()}async function O(e){try{return await e}catch(t){U(t instanceof ne?t.message:"Something went wrong in the page."),t instanceof ne||console.error(t);return}}var vt=new Map,Xn=new Map;function Xt(e,t){let n=vt.get(e);n?t(n):Xn.set(e,t)}function Ss(e,t){vt.set(e,t),vt.size>500&&vt.delete(vt.keys().next().value),Xn.get(e)?.(t),Xn.delete(e)}async function $t(e){i.current=e,i.unread.delete(e),i.drawer="",f(),await cr(e)}async function cr(e){await O((async()=>{let[t,n]=await Promise.all([k.messages(e),k.commands(e)]);i.messages.set(e,t),fr(e,n),i.loaded=!0,f()})())}function fr(e,t){i.entries.set(e,Zd(t)),i.menus.set(e,t.filter(n=>n.type===3).map(n=>n.name))}async function Cs(){let e=i.current;e&&fr(e,await k.commands(e).catch(()=>[])),f()}async function pr(){let e=await k.state();mr(e),Object.assign(i,{status:e.status,log:e.log}),i.current=e.channels[0].id,Xd(Ds,()=>{i.online=!0,cr(i.current)},()=>{i.online=!1,f()}),f()}function mr(e){let{me:t,bot:n,owner:d,roles:r,channels:u,guild:s}=e;Object.assign(i,{me:t,bot:n,owner:d,roles:r,channels:u,guildName:s.name}),i.users=new Map(e.users.map(a=>[a.id,a])),hr(e.offset??0)}var ir;function Rs(){clearTimeout(ir),ir=setTimeout(()=>{k.state().then(mr).catch(()=>{}).then(f)},150)}function hr(e){i.offset=e,rr(e)}function Ds({t:e,d:t}){switch(e){case"MESSAGE_CREATE":Os(t);break;case"MESSAGE_UPDATE":{let{reactions:n,...d}=t;bt(d);break}case"MESSAGE_DELETE":ed(t.channel_id,t.id);break;case"MESSAGE_REACTION_ADD":sr(t,1);break;case"MESSAGE_REACTION_REMOVE":sr(t,-1);break;case"MESSAGE_REACTION_REMOVE_ALL":bt({id:t.message_id,channel_id:t.channel_id,reactions:[]});break;case"TYPING_START":t.user_id!==i.me&&Ls(t.channel_id,t.user_id);break;case"INTERACTION_ACK":t.state!=="pending"&&Ss(String(t.id),t.state);break;case"MODAL_OPEN":Object.assign(i,{modal:{...t,id:String(t.id)},modalError:"",modalBusy:!1});break;case"HELLO":i.status=t.status;break;case"BOT_STATUS":t.phase!==i.status.phase&&(t.phase==="ready"||t.phase==="loading")&&Cs(),i.status=t;break;case"BOT_LOG":i.log=[...i.log.slice(-299),t.line];break;case"CLOCK":hr(t.offset);break;default:/^(CHANNEL|GUILD_MEMBER|GUILD_ROLE)_/.test(e)&&Rs()}f()}function Os(e){let t=i.messages.get(e.channel_id)??[];if(i.typing.get(e.channel_id)?.delete(e.author.id),t.some(n=>n.id===e.id))return bt(e);i.messages.has(e.channel_id)&&i.messages.set(e.channel_id,[...t,e]),e.channel_id!==i.current&&i.unread.add(e.channel_id)}function bt(e){let t=i.messages.get(e.channel_id);t&&i.messages.set(e.channel_id,t.map(n=>n.id===e.id?{...n,...e}:n))}function ed(e,t){let n=i.messages.get(e);n&&i.messages.set(e,n.filter(d=>d.id!==t))}function yt(e){for(let t of i.messages.values()){let n=t.find(d=>d.id===e);if(n)return bt({...n})}}function sr(e,t){let n=i.messages.get(e.channel_id)?.find(s=>s.id===e.message_id);if(!n)return;let d=e.user_id===i.me,r=s=>(s.id??s.name)===(e.emoji.id??e.emoji.name),u=(n.reactions??[]).map(s=>r(s.emoji)?{...s,count:s.count+t,me:d?t>0:s.me}:s);t>0&&!u.some(s=>r(s.emoji))&&u.push({emoji:e.emoji,count:1,me:d}),bt({...n,reactions:u.filter(s=>s.count>0)})}function Ls(e,t){let n=i.typing.get(e)??new Map;i.typing.set(e,n.set(t,Date.now()+ur)),setTimeout(f,ur+100)}var gr=()=>[...i.typing.get(i.current)??[]].filter(([,e])=>e>Date.now()).map(([e])=>Jn.user(e)??"Someone");var Is=[["audio/ogg;codecs=opus","ogg"],["audio/webm;codecs=opus","webm"],["audio/mp4","m4a"]],Zt=class e{constructor(t,n,d){this.stream=t;this.recorder=n;this.ending=d;this.context.createMediaStreamSource(t).connect(this.analyser),n.ondataavailable=r=>{r.data.size&&this.chunks.push(r.data)},n.start(1e3)}stream;recorder;ending;chunks=[];context=new AudioContext;analyser=this.context.createAnalyser();frame=new Uint8Array(this.analyser.fftSize);began=performance.now();static async begin(){let t=Is.find(([d])=>globalThis.MediaRecorder?.isTypeSupported(d));if(!t||!navigator.mediaDevices)throw new Error("This browser cannot record here. Attach a recording instead.");let n;try{n=await navigator.mediaDevices.getUserMedia({audio:!0})}catch(d){throw new Error(d.name==="NotFoundError"?"No microphone was found. Attach a recording instead.":"The microphone is not allowed here. Allow it beside the address, or attach a recording instead.")}return new e(n,new MediaRecorder(n,{mimeType:t[0]}),t[1])}get milliseconds(){return performance.now()-this.began}level(){this.analyser.getByteTimeDomainData(this.frame);let t=0;for(let n of this.frame)t=Math.max(t,Math.abs(n-128));return Math.min(t/100,1)}async finish(){let t=new Promise(n=>{this.recorder.onstop=n});return this.recorder.stop(),await t,this.release(),new File(this.chunks,`voice-message.${this.ending}`,{type:this.recorder.mimeType})}discard(){this.recorder.state!=="inactive"&&this.recorder.stop(),this.release()}release(){for(let t of this.stream.getTracks())t.stop();this.context.close()}};async function vr(e){let t=new AudioContext;try{let n=await t.decodeAudioData(await e.arrayBuffer());return{seconds:n.duration,waveform:Ns(n.getChannelData(0),n.duration)}}finally{t.close()}}function Ns(e,t){let n=Math.max(1,Math.min(256,Math.round(t*1e3/100))),d=Array.from({length:n},(u,s)=>{let a=0,c=Math.floor((s+1)*e.length/n);for(let g=Math.floor(s*e.length/n);g<c;g+=1)a=Math.max(a,Math.abs(e[g]));return a}),r=Math.max(...d,.05);return btoa(String.fromCharCode(...d.map(u=>Math.round(u/r*255))))}var Re=e=>{let t=Math.max(0,Math.round(e));return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`};var Ps="This interaction failed",dd=10*1024*1024;async function rd(){let e=T(),t=i.current,n=e.text.trim();if(!n&&!e.files.length)return;if(n.length>2e3)return U(`Your message is too long: ${n.length} of 2000 characters.`);i.drafts.set(t,{text:"",files:[],reply:null,slash:null}),td=0,f(),await O(k.send(t,n,e.files,e.reply?.id))||(i.drafts.set(t,e),f())}async function Jt(e,t){let n=await vr(t).catch(()=>null);if(!n)return U(`${t.name} cannot be read as sound in this browser.`);await O(k.voice(e,t,n.seconds,n.waveform))}async function br(e,t){let n=i.channels.find(d=>d.id===t);await O(k.forward(e.id,t))&&n&&U(`Forwarded to ${W(n)}.`,!0)}var Bs=8e3,td=0;function $r(){Date.now()-td<Bs||(td=Date.now(),k.typing(i.current).catch(()=>{}))}function yr(e){for(let t of e.chips){let n=zn(de(e.entry,t),e.values[t]);if(n)return e.error={name:t,text:n},!1}return e.error=void 0,!0}function ud(e,t){let n={};for(let d of e.chips){let r=de(e.entry,d),u=e.values[d];d===t||r.type===11||!u||zn(r,u)||(n[d]=er(r,u))}return n}async function en(e){let t=i.current,n=e.chips.flatMap(s=>{let a=e.values[s]?.file;return a?[[s,a]]:[]}),d=T();i.drafts.set(t,{text:"",files:[],reply:null,slash:null}),f();let r=await O(k.slash(t,e.entry.path,ud(e),n));if(!r)return i.drafts.set(t,{...d,slash:e}),f();let u={id:r.interaction,channel:t,path:e.entry.path,failed:!1};i.pending=[...i.pending,u],Xt(r.interaction,s=>{i.pending=s==="done"?i.pending.filter(a=>a.id!==u.id):i.pending.map(a=>a.id===u.id?{...a,failed:!0}:a),f()}),f()}var wr=e=>{i.pending=i.pending.filter(t=>t.id!==e),f()};async function id(e,t,n){let d=`${e.id}:${t}`,r=s=>{i.busy.delete(d),s&&i.failures.set(e.id,s),yt(e.id),f()};i.busy.add(d),i.failures.delete(e.id),yt(e.id),f();let u=await O(n);u?Xt(u.interaction,s=>r(s==="failed"?Ps:"")):r("")}var xr=(e,t)=>id(e,t,k.press(e.id,t)),_r=(e,t,n)=>id(e,t,k.select(e.id,t,n)),kr=(e,t)=>id(e,`menu:${t}`,k.menu(e.id,t)),tn=(e,t,n)=>O(k.react(e.id,t,n)),Er=e=>O(k.delete(e.id));function wt(e){T().reply=e,f(),document.querySelector(".composer textarea")?.focus()}function we(e){let t=i.editing;i.editing=e.id;for(let d of[t,e.id])yt(d);f();let n=document.querySelector(".editing textarea");n?.focus(),n?.setSelectionRange(n.value.length,n.value.length)}function nn(){let e=i.editing;i.editing="",yt(e),f(),document.querySelector(".composer textarea")?.focus()}async function sd(e,t){let n=t.trim();(n===e.content||await O(k.edit(e.id,n)))&&nn()}async function dn(e){await O(k.dismiss(e.id))&&ed(e.channel_id,e.id),f()}async function Mr(e,t){let n=i.modal;if(!n)return;i.modalBusy=!0,i.modalError="",f();let d=r=>{i.modal===n?Object.assign(i,{modalError:r,modalBusy:!1}):U(r),f()};try{let r=await k.submit(n.id,e,t);Xt(r.interaction,u=>{if(u==="failed")return d("Something went wrong. Try again.");i.modal===n&&(i.modal=null),f()})}catch(r){d(r.message)}}function xt(e){let t=T();for(let n of e)if(n.size>dd)U(`${n.name} is too large: files may have up to 10 MB.`);else if(t.files.length>=10){U("A message can carry 10 files.");break}else t.files=[...t.files,n];f()}var H={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},L=e=>(...t)=>({_$litDirective$:e,values:t}),B=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,d){this._$Ct=t,this._$AM=n,this._$Ci=d}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var xe=class extends B{constructor(t){if(super(t),this.it=l,t.type!==H.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===l||t==null)return this._t=void 0,this.it=t;if(t===C)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let n=[t];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};xe.directiveName="unsafeHTML",xe.resultType=1;var Rf=L(xe);var _t=class extends xe{};_t.directiveName="unsafeSVG",_t.resultType=2;var Tr=L(_t);var Ar=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Sr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Cr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Rr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Dr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Or=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Lr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Ir=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Nr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Pr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Br=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var jr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Hr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var qr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Ur=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Fr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Gr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Vr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Kr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var zr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Wr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Qr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Yr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Xr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Zr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Jr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var eu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var tu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var nu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var du=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ru=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var uu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var iu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var $o={arrowDown:Ar,atSign:Sr,check:Cr,chevronDown:Br,clock:Rr,copy:jr,crown:Dr,download:Hr,ellipsis:qr,externalLink:Ur,eye:Fr,fileText:Gr,forward:Or,grid:Kr,hash:Vr,lock:Wr,menu:Qr,mic:Lr,pause:Ir,pencil:Yr,play:Nr,plus:Xr,reply:Zr,scrollText:Jr,send:eu,smile:tu,trash:nu,trouble:zr,alert:du,upload:ru,users:uu,volume:Pr,x:iu},yo=Object.fromEntries(Object.entries($o).map(([e,t])=>[e,t.slice(t.indexOf(">",t.indexOf("<svg"))+1,t.lastIndexOf("</svg>"))]));function h(e){return gt`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Tr(yo[e])}</svg>`}function ue(){return gt`<svg class="drop" viewBox="0 0 48 48" aria-hidden="true">
    <path class="drop-body" d="M24 5c6.5 8.6 12.6 15.2 12.6 23.2C36.6 35.6 31 41 24 41s-12.6-5.4-12.6-12.8C11.4 20.2 17.5 13.6 24 5Z"/>
    <path class="drop-light" d="M17.2 28.4c0 4.2 2.9 7.2 6.6 7.6"/>
  </svg>`}var od=new Map;function F(e){if(e.bot)return o`<span class="avatar avatar-bot" aria-hidden="true">${ue()}</span>`;let t=od.get(e.id);return t===void 0&&od.set(e.id,t=od.size%6),o`<span class="avatar tone-${t}" aria-hidden="true">${[...e.name][0]?.toUpperCase()??"?"}</span>`}var au=3600,wo=24*au,su=9;function xo(){let e=new Date(se());return e.getHours()>=su&&e.setDate(e.getDate()+1),e.setHours(su,0,1,0),(e.getTime()-se())/1e3}var _o=[["+1 hour","What was put off comes up.",()=>au],["Next morning","To nine o'clock: reminders, a new day for habits.",xo],["+1 week","A week without an entry, and what that does to a streak.",()=>7*wo]],kt=!1;async function lu(e){kt||(kt=!0,f(),await O(k.clock(e)),kt=!1,f())}var ou=(e=!1)=>o`<button type="button" class="button button-secondary" ?disabled=${e||kt} @click=${()=>{lu({back:!0})}}>Back to now</button>`;function cu(){let e=i.offset>0,t=o`<b>${R(new Date(se()),"F")}</b>`;return i.panel!=="clock"?e?o`<div class="banner made travelled" role="status">${h("clock")}<span>Time travel: it is ${t} here, ${Qn(i.offset)} ahead.</span>${ou()}</div>`:l:o`<section class="made-panel" aria-label="Time travel">
    <div class="made-head"><h2>${h("clock")}Time travel</h2><span class="spacer"></span>${ou(!e)}<button type="button" class="ghost" aria-label="Close the time panel"
      @click=${()=>Se("clock")}>${h("x")}</button></div>
    <p role="status">${e?o`It is ${t} here, ${Qn(i.offset)} ahead of your clock.`:o`It is ${t}. Go ahead, and see what reminders and streaks do then.`}</p>
    <div class="kinds few">${_o.map(([n,d,r])=>o`<button type="button" class="kind" ?disabled=${kt} @click=${()=>{lu({advance:r()})}}><span class="kind-name">${n}</span> <span class="kind-about">${d}</span></button>`)}</div></section>`}setInterval(()=>{i.offset>0&&f()},2e4);var{I:ko}=Qd,fu=e=>e;var rn=e=>e.strings===void 0,pu=()=>document.createComment(""),De=(e,t,n)=>{let d=e._$AA.parentNode,r=t===void 0?e._$AB:t._$AA;if(n===void 0){let u=d.insertBefore(pu(),r),s=d.insertBefore(pu(),r);n=new ko(u,s,e,e.options)}else{let u=n._$AB.nextSibling,s=n._$AM,a=s!==e;if(a){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==s._$AU&&n._$AP(c)}if(u!==r||a){let c=n._$AA;for(;c!==u;){let g=fu(c).nextSibling;fu(d).insertBefore(c,r),c=g}}}return n},oe=(e,t,n=e)=>(e._$AI(t,n),e),Eo={},Oe=(e,t=Eo)=>e._$AH=t,mu=e=>e._$AH,un=e=>{e._$AR(),e._$AA.remove()};var Et=L(class extends B{constructor(e){if(super(e),e.type!==H.PROPERTY&&e.type!==H.ATTRIBUTE&&e.type!==H.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!rn(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===C||t===l)return t;let n=e.element,d=e.name;if(e.type===H.PROPERTY){if(t===n[d])return C}else if(e.type===H.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(d))return C}else if(e.type===H.ATTRIBUTE&&n.getAttribute(d)===t+"")return C;return Oe(e),t}});var Mt=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let d of n)d._$AO?.(t,!1),Mt(d,t);return!0},sn=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},hu=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),Ao(t)}};function Mo(e){this._$AN!==void 0?(sn(this),this._$AM=e,hu(this)):this._$AM=e}function To(e,t=!1,n=0){let d=this._$AH,r=this._$AN;if(r!==void 0&&r.size!==0)if(t)if(Array.isArray(d))for(let u=n;u<d.length;u++)Mt(d[u],!1),sn(d[u]);else d!=null&&(Mt(d,!1),sn(d));else Mt(this,e)}var Ao=e=>{e.type==H.CHILD&&(e._$AP??=To,e._$AQ??=Mo)},on=class extends B{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,n,d){super._$AT(t,n,d),hu(this),this.isConnected=t._$AU}_$AO(t,n=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),n&&(Mt(this,t),sn(this))}setValue(t){if(rn(this._$Ct))this._$Ct._$AI(t,this);else{let n=[...this._$Ct._$AH];n[this._$Ci]=t,this._$Ct._$AI(n,this,0)}}disconnected(){}reconnected(){}};var Le=()=>new ld,ld=class{},ad=new WeakMap,Q=L(class extends on{render(e){return l}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),l}rt(e){if(this.G!==void 0)if(this.isConnected||(e=void 0),typeof this.G=="function"){let t=this.ht??globalThis,n=ad.get(t);n===void 0&&(n=new WeakMap,ad.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}get lt(){return typeof this.G=="function"?ad.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var ke=ks(di(),1);var Cl=/^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/,Rl=/^(#{1,3}) +([^\n]+?)(\n|$)/,Dl=/^-# +([^\n]+?)(\n|$)/,Ol=/^( *)([-*]|\d{1,9}\.) +(.*)$/,Ll=e=>!e.prevCapture||/\n$/.test(e.prevCapture[0]),bd=e=>(t,n)=>Ll(n)?e.exec(t):null,Il={...ke.rulesExtended.heading,match:bd(Rl)},Nl={...ke.rulesExtended.subtext,match:bd(Dl)},Pl={order:ke.SimpleMarkdown.defaultRules.blockQuote.order,match:bd(Cl),parse:(e,t,n)=>({items:e[0].trimEnd().split(`
`).map(r=>Ol.exec(r)).map(([,r,u,s])=>({depth:Math.min(Math.floor(r.length/2),4),ordered:u.length>1,number:Number.parseInt(u,10),content:t(s,{...n,prevCapture:null})}))})},Bl=ke.SimpleMarkdown.parserFor({...ke.rulesExtended,heading:Il,subtext:Nl,list:Pl}),gd=4096,jl=150;function $d(e,t){if(!e)return l;if(e.length>gd)return[$d(e.slice(0,gd),t),e.slice(gd)];if(e.split("](").length>jl)return e;let n;try{n=Bl(e,{inline:!0})}catch{return e}return vd(n,t)}function yd(e){return e.replace(/<a?:(\w+):\d+>/g,":$1:").replace(/<t:(-?\d+)(?::(\w))?>/g,(t,n,d)=>R(new Date(Number(n)*1e3),d??"f")).replace(/[*_~`|>#]+/g,"").replace(/\s+/g," ").trim()}function vd(e,t){return typeof e=="string"?e:Array.isArray(e)?e.map(n=>ql(n,t)):l}function Tt(e){try{let t=new URL(e);return t.protocol==="https:"||t.protocol==="http:"?t.href:null}catch{return null}}function Hl(e,t){let n=Tt(e);return n?o`<a href=${n} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`:t}function ri(e){if(e instanceof KeyboardEvent&&e.key!=="Enter"&&e.key!==" ")return;e.preventDefault();let t=e.currentTarget;t.classList.add("revealed"),t.removeAttribute("role"),t.removeAttribute("tabindex"),t.removeAttribute("aria-label")}var _e=e=>o`<span class="mention">${e}</span>`;function ql(e,t){let n=()=>vd(e.content,t);switch(e.type){case"text":return e.content;case"strong":return o`<strong>${n()}</strong>`;case"em":return o`<em>${n()}</em>`;case"underline":return o`<u>${n()}</u>`;case"strikethrough":return o`<s>${n()}</s>`;case"inlineCode":return o`<code>${e.content}</code>`;case"codeBlock":return o`<pre tabindex="0"><code>${e.content}</code></pre>`;case"blockQuote":return o`<blockquote>${n()}</blockquote>`;case"link":case"url":case"autolink":return Hl(e.target,n());case"spoiler":return o`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler, press to reveal" @click=${ri}
        @keydown=${ri}><span>${n()}</span></span>`;case"heading":return o`<div class="heading heading-${e.level}" role="heading" aria-level=${e.level+2}>${n()}</div>`;case"subtext":return o`<div class="subtext">${n()}</div>`;case"list":return o`<div class="list" role="list">${e.items.map(d=>o`<div class="item depth-${d.depth}"
        role="listitem"><span class="bullet">${d.ordered?`${d.number}.`:d.depth?"\u25E6":"\u2022"}</span><span>${vd(d.content,t)}</span></div>`)}</div>`;case"user":return _e(`@${t.user(e.id)??"unknown-user"}`);case"channel":return _e(`#${t.channel(e.id)??"unknown"}`);case"role":return _e(`@${t.role(e.id)??"unknown-role"}`);case"everyone":return _e("@everyone");case"here":return _e("@here");case"slashCommand":return _e(`/${e.fullName}`);case"guildNavigation":return _e(`#${e.navigation}`);case"emoji":return o`<span title=":${e.name}:">:${e.name}:</span>`;case"twemoji":return e.name;case"timestamp":return o`<ink-time class="timestamp" unix=${e.timestamp} format=${e.format??"f"}></ink-time>`;case"br":case"newline":return`
`;default:return n()}}var X=e=>$d(e??"",Jn),Z=(e,t)=>Q(n=>{n&&t&&n.style.setProperty(e,t)}),Ee=e=>e==null?null:`#${e.toString(16).padStart(6,"0")}`;function $n(e){return e?.name?e.id?o`<span class="emoji" title=":${e.name}:">:${e.name}:</span>`:o`<span class="emoji">${e.name}</span>`:l}var dt=e=>e<1024?`${e} bytes`:e<1048576?`${(e/1024).toFixed(1)} KB`:`${(e/1048576).toFixed(1)} MB`,Me=e=>e?.url?.startsWith("/cdn/")?e.url:null,rt=e=>{try{return decodeURIComponent(new URL(e,location.origin).pathname.split("/").pop()||"file")}catch{return"file"}},At=/\.(png|jpe?g|gif|webp)$/i,yn=/\.(ogg|oga|opus|mp3|m4a|wav|flac|webm)$/i,wd=e=>`${e}${e.includes("?")?"&":"?"}download=1`;function wn(e){e&&(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0}),e.focus({preventScroll:!0}),e.scrollIntoView({block:"nearest"}))}function St(e,t,n=()=>{}){return o`<div class="popup ${e}" tabindex="0" role="group" aria-label="Suggestions" @keydown=${r=>{r.key==="Escape"&&(r.stopPropagation(),r.currentTarget.closest(".composer")?.querySelector("textarea, .chip-more")?.focus())}} @blur=${n}
    @mousedown=${r=>r.preventDefault()}>${t}</div>`}var Fl=48,Gl=100,J=null,_d="",xn=[],ii,xd=!1,si=()=>J!==null&&_d===i.current;async function oi(){if(!(J||xd)){xd=!0;try{J=await Zt.begin()}catch(e){return U(e.message)}finally{xd=!1}_d=i.current,xn=[],ii=setInterval(Vl,Gl),f(),document.querySelector(".recorder [data-send]")?.focus()}}function Vl(){J&&(xn=[...xn,J.level()].slice(-Fl),J.milliseconds>=12e5?li():f())}function ai(){let e=J;return clearInterval(ii),J=null,f(),document.querySelector(".composer textarea")?.focus(),e}var ui=()=>ai()?.discard();async function li(){let e=_d,t=await ai()?.finish();t&&await Jt(e,t)}function ci(){if(!J)return l;let e=Math.floor(J.milliseconds/1e3);return o`<div class="entry recorder" role="group" aria-label="Recording a voice message" @keydown=${t=>{t.key==="Escape"&&ui()}}>
    <button type="button" class="ghost" aria-label="Throw this recording away" title="Throw away" @click=${ui}>${h("trash")}</button>
    <span class="recorder-dot" aria-hidden="true"></span><span class="recorder-time" role="timer" aria-label="Recorded so far">${Re(e)}</span>
    <span class="levels" aria-hidden="true">${xn.map(t=>o`<i ${Z("--level",String(Math.max(t,.08)))}></i>`)}</span>
    <button type="button" class="ghost send" data-send aria-label="Send voice message" title="Send" @click=${()=>{li()}}>${h("send")}</button></div>`}var fi=(e,t,n)=>{let d=new Map;for(let r=t;r<=n;r++)d.set(e[r],r);return d},Ct=L(class extends B{constructor(e){if(super(e),e.type!==H.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let d;n===void 0?n=t:t!==void 0&&(d=t);let r=[],u=[],s=0;for(let a of e)r[s]=d?d(a,s):s,u[s]=n(a,s),s++;return{values:u,keys:r}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,d]){let r=mu(e),{values:u,keys:s}=this.dt(t,n,d);if(!Array.isArray(r))return this.ut=s,u;let a=this.ut??=[],c=[],g,m,p=0,b=r.length-1,v=0,y=u.length-1;for(;p<=b&&v<=y;)if(r[p]===null)p++;else if(r[b]===null)b--;else if(a[p]===s[v])c[v]=oe(r[p],u[v]),p++,v++;else if(a[b]===s[y])c[y]=oe(r[b],u[y]),b--,y--;else if(a[p]===s[y])c[y]=oe(r[p],u[y]),De(e,c[y+1],r[p]),p++,y--;else if(a[b]===s[v])c[v]=oe(r[b],u[v]),De(e,r[p],r[b]),b--,v++;else if(g===void 0&&(g=fi(s,v,y),m=fi(a,p,b)),g.has(a[p]))if(g.has(a[b])){let w=m.get(s[v]),N=w!==void 0?r[w]:null;if(N===null){let P=De(e,r[p]);oe(P,u[v]),c[v]=P}else c[v]=oe(N,u[v]),De(e,r[p],N),r[w]=null;v++}else un(r[b]),b--;else un(r[p]),p++;for(;v<=y;){let w=De(e,c[y+1]);oe(w,u[v]),c[v++]=w}for(;p<=b;){let w=r[p++];w!==null&&un(w)}return this.ut=s,Oe(e,c),C}});var Rt=()=>[...i.users.values()].map(e=>({label:e.name,value:e.id})),Dt=()=>i.roles.map(e=>({label:`@${e.name}`,value:e.id,about:"Role"})),_n=(e=[])=>e.length&&!e.includes(0)?[]:i.channels.filter(t=>t.kind==="text").map(t=>({label:`#${t.name}`,value:t.id})),kn=()=>[...Rt(),...Dt()];var Ot=":more",ee=null,D=-1,Mn="",ut={key:"",offers:[],waiting:!1},kd=0,Yl=e=>`[data-chip="${CSS.escape(e)}"]`;function V(e){let t=document.querySelector(`.slash ${Yl(e??Ot)}`);t?.focus(),(t instanceof HTMLTextAreaElement||t instanceof HTMLInputElement&&t.type==="text")&&t.setSelectionRange(t.value.length,t.value.length)}function It(e){return!!e.choices?.length||e.type===5||e.type>=6&&e.type<10}function Tn(e,t){let n=e.values[t.name]?.picked===void 0?(e.values[t.name]?.text??"").trim().toLowerCase():"",d=u=>u.filter(s=>s.name.toLowerCase().includes(n)).slice(0,25);if(t.autocomplete)return ut.key===`${e.entry.path} ${t.name}`?ut.offers:[];if(t.choices?.length)return d(t.choices);if(t.type===5)return d([{name:"True",value:!0},{name:"False",value:!1}]);let r={6:Rt,7:()=>_n(t.channel_types),8:Dt,9:kn}[t.type];return r?d(r().map(({label:u,...s})=>({name:u,...s}))):[]}async function vi(e,t){let n=++kd,d=`${e.entry.path} ${t.name}`;if(ut.key!==d&&(ut={key:d,offers:[],waiting:!0}),await new Promise(s=>setTimeout(s,150)),n!==kd)return;let r={...ud(e,t.name),[t.name]:Xl(t,e)},u=await k.autocomplete(i.current,e.entry.path,r,t.name).catch(()=>[]);n===kd&&(ut={key:d,offers:u,waiting:!1},f())}var Xl=(e,t)=>t.values[e.name]?.text??"";function bi(e,t,n){e.values[t.name]={text:n.name,picked:n.value},e.error?.name===t.name&&(e.error=void 0),$i(e,t.name)}function $i(e,t){let d=e.chips.slice(e.chips.indexOf(t)+1).find(r=>!e.values[r]?.text&&!e.values[r]?.file);f(),V(d??null)}function Td(e,t){e.chips.push(t.name),Mn="",f(),V(t.name)}function Zl(e,t){let n=e.chips.indexOf(t);e.chips.splice(n,1),delete e.values[t],e.error?.name===t&&(e.error=void 0),f(),V(e.chips[n-1]??e.chips[n]??null)}function En(e=""){T().slash=null,T().text=e,ee=null,f(),document.querySelector(".composer textarea")?.focus()}function Jl(e){for(let t of e.chips){let n=de(e.entry,t),d=e.values[t];if(!d||d.picked!==void 0||!It(n))continue;let r=d.text.trim().toLowerCase(),u=Tn({...e,values:{}},n).find(s=>s.name.toLowerCase()===r);u&&(e.values[t]={text:u.name,picked:u.value})}}function yi(e){Jl(e),yr(e)?(ee=null,en(e).then(()=>document.querySelector(".composer textarea")?.focus())):(f(),V(e.error.name))}function ec(e,t,n){let d=/(?:^|\s)([-_'\p{L}\p{N}]{1,32}):\s?$/u.exec(n),r=d&&de(e.entry,d[1]);if(!r)return!1;let u=n.slice(0,d.index).trim();return(r!==t||!u)&&(e.values[t.name]={text:u}),e.chips.includes(r.name)||e.chips.push(r.name),f(),V(r.name),!0}function tc(e,t,n){ec(e,t,n)||(e.values[t.name]={text:n},e.error?.name===t.name&&(e.error=void 0),D=It(t)?0:-1,t.autocomplete&&vi(e,t),f())}function Ed(e,t,n){if(e.isComposing)return;let d=n?Tn(t,n):wi(t),r=s=>n?bi(t,n,s):Td(t,s),u=e.target;if(d.length&&(e.key==="ArrowDown"||e.key==="ArrowUp"))return e.preventDefault(),D=e.key==="ArrowDown"?(D+1)%d.length:(Math.max(D,0)-1+d.length)%d.length,f(),document.getElementById(`offer-${D}`)?.scrollIntoView({block:"nearest"});if(e.key==="Enter"){e.preventDefault();let s=n&&t.values[n.name],a=D>=0&&(!n||s?.picked===void 0)?d[D]:void 0;return a?r(a):yi(t)}if(e.key==="Tab"&&!e.shiftKey&&D>=0&&d[D]&&u.value&&(!n||t.values[n.name]?.picked===void 0))return e.preventDefault(),r(d[D]);if(e.key==="Escape")return e.preventDefault(),En();if(e.key==="Backspace"&&!u.value&&u.type!=="file"){if(e.preventDefault(),!n)return t.chips.length?V(t.chips.at(-1)):En(`/${t.entry.path}`);if(!n.required)return Zl(t,n.name);let s=t.chips.indexOf(n.name);s>0?V(t.chips[s-1]):En(`/${t.entry.path}`)}}function nc(e,t){let n=t.endsWith(":")&&Wt(e).find(d=>d.name===t.slice(0,-1).trim());if(n)return Td(e,n);Mn=t,D=t?0:-1,f()}var wi=e=>Wt(e).filter(t=>t.name.includes(Mn.trim().toLowerCase().replace(/:$/,"")));function Md(e,t){ee=e;let n=de(t.entry,e);D=n&&It(n)?0:-1,n?.autocomplete&&vi(t,n),f()}function xi(e){let t=ee&&ee!==Ot?de(e.entry,ee):void 0,n=Wt(e);return o`${t?uc(e,t):ee===Ot&&n.length?ic(e):l}
    <div class="slash-head" id="slash-about"><b>/${e.entry.path}</b><span>${e.error?o`<span class="failure" role="alert">${e.error.name}: ${e.error.text}</span>`:t?o`${t.name}${t.description!=="\u2026"?` \u2014 ${t.description}`:l}`:e.entry.description}</span></div>
    <div class="entry slash" role="group" aria-label="/${e.entry.path}">
      <button type="button" class="ghost" aria-label="Leave this command" title="Leave this command" @click=${()=>En()}>${h("x")}</button>
      <div class="chips"><span class="slash-name">/${e.entry.path}</span>${Ct(e.chips,d=>d,d=>dc(e,de(e.entry,d)))}
        ${n.length||!e.chips.length?o`<input type="text" class="chip-more" data-chip=${Ot} autocomplete="off" aria-label="Add an option" placeholder=${n.length?`+${n.length} optional`:"Press Enter to send"}
          .value=${Et(Mn)} @input=${d=>nc(e,d.target.value)}
          @focus=${()=>Md(Ot,e)} @blur=${()=>Lt()} @keydown=${d=>Ed(d,e,null)}>`:l}</div>
      <button type="button" class="ghost send" aria-label="Send command" @click=${()=>yi(e)}>${h("send")}</button>
    </div>`}function Lt(){setTimeout(()=>{document.activeElement?.closest(".slash, .popup")||(ee=null,f())},100)}function dc(e,t){let n=e.values[t.name],d=e.error?.name===t.name,r=`chip ${d?"wrong":""} ${ee===t.name?"focused":""}`;if(t.type===11)return o`<label class="${r} chip-file"><span class="chip-name">${t.name}</span><span class="chip-value">${n?.file?`${n.file.name} \xB7 ${dt(n.file.size)}`:"Choose a file"}</span>
      <input type="file" data-chip=${t.name} aria-label=${t.name} @focus=${()=>Md(t.name,e)} @blur=${Lt} @keydown=${a=>{(a.key!=="Enter"||n?.file)&&Ed(a,e,t)}}
        @change=${a=>rc(e,t,a.target.files?.[0])}></label>`;let u=ee===t.name&&Tn(e,t).length>0,s=Q(a=>{a&&pi(a)});return o`<label class=${r}><span class="chip-name">${t.name}</span><textarea rows="1" data-chip=${t.name} aria-label=${t.name} aria-describedby="slash-about"
    aria-invalid=${d?"true":l} aria-haspopup=${It(t)||t.autocomplete?"listbox":l}
    aria-controls=${u?"offers":l} aria-activedescendant=${u&&D>=0?`offer-${D}`:l} spellcheck="false" inputmode=${t.type===4?"numeric":t.type===10?"decimal":l}
    .value=${Et(n?.text??"")} ${s} @input=${a=>{let c=a.target;tc(e,t,c.value.replace(/\s*\n\s*/g," ")),pi(c)}}
    @focus=${()=>Md(t.name,e)} @blur=${Lt} @keydown=${a=>Ed(a,e,t)}></textarea></label>`}function pi(e){CSS.supports("field-sizing","content")||(e.style.width=`${Math.min(Math.max(e.value.length+1,4),60)}ch`)}function rc(e,t,n){if(n){if(n.size>dd)return U(`${n.name} is too large: files may have up to 10 MB.`);e.values[t.name]={text:n.name,file:n},$i(e,t.name)}}function uc(e,t){let n=Tn(e,t),d=t.autocomplete&&ut.waiting;return e.values[t.name]?.picked!==void 0&&!t.autocomplete?l:n.length?St("",o`<div class="popup-head">${t.name}</div><div id="offers" role="listbox" aria-label=${t.name}>${n.map((r,u)=>_i(u,r.name,r.about??"",()=>bi(e,t,r)))}</div>`,Lt):d?o`<div class="popup quiet">Asking Inkling…</div>`:It(t)?o`<div class="popup quiet">Nothing here matches.</div>`:l}function ic(e){let t=wi(e);return t.length?St("",o`<div class="popup-head">Optional</div><div id="offers" role="listbox" aria-label="Options">${t.map((n,d)=>_i(d,n.name,n.description,()=>Td(e,n)))}</div>`,Lt):o`<div class="popup quiet">No option has this name.</div>`}function _i(e,t,n,d){return o`<div id="offer-${e}" role="option" class="choice" aria-selected=${e===D?"true":"false"}
    @pointermove=${()=>{D!==e&&(D=e,f())}} @click=${d}><span class="choice-line"><b>${t}</b></span>${n&&n!=="\u2026"?o`<span class="choice-about">${n}</span>`:l}</div>`}var K=0,Ei="",Mi=()=>T().text.startsWith("/")&&T().text!==Ei?T().text.slice(1):null,Ti=()=>{let e=Mi();return e===null||e.includes(`
`)?[]:Jd($e(),e)};function Ai(e){let t=T();t.slash=zt(e),t.text="",f(),V(t.slash.chips[0]??null)}function Si(e){let t=T();t.slash=Kn(e,$e()),t.text=t.slash?"":e,f(),t.slash?V(t.slash.chips[0]??null):document.querySelector(".composer textarea")?.focus()}function sc(e){let t=e.target,n=T();if(n.text=t.value,t.value&&!t.value.startsWith("/")&&$r(),K=0,n.slash=Kn(t.value,$e()),n.slash){n.text="";let d=n.slash.chips;f(),V(d.findLast(r=>n.slash?.values[r])??d[0]??null)}else f()}function oc(e){if(e.isComposing)return;let t=Ti();if(t.length){if(e.key==="ArrowDown"||e.key==="ArrowUp")return K=(K+(e.key==="ArrowDown"?1:-1)+t.length)%t.length,e.preventDefault(),f(),document.getElementById(`command-${K}`)?.scrollIntoView({block:"nearest"});if(e.key==="Tab"&&!e.shiftKey||e.key==="Enter"){e.preventDefault();let n=t[K];return e.key==="Enter"&&!n.options.length?void en(zt(n)):Ai(n)}}if(e.key==="ArrowUp"&&!T().text){let n=(i.messages.get(i.current)??[]).findLast(d=>ye(d).edit);n&&(e.preventDefault(),we(n));return}if(e.key==="Escape")return Ei=T().text,T().reply=null,f();e.key==="Enter"&&!e.shiftKey&&(e.preventDefault(),rd())}function ac(e){let t=e.clipboardData?.files;t?.length&&(e.preventDefault(),xt(t))}function Ci(){let e=re(),t=T(),n=Ti(),d=!t.text.trim()&&!t.files.length;K>=n.length&&(K=0);let r=e?`Message ${W(e)}`:"Message";return si()?o`<div class="composer">${ci()}</div>`:t.slash?o`<div class="composer">${xi(t.slash)}</div>`:o`<div class="composer">
    ${n.length?lc(n):Mi()!==null&&!n.length?o`<div class="popup quiet">${$e().length?"No command matches. Press Enter to send this as a message.":"Inkling has not registered its commands yet."}</div>`:l}
    ${t.reply?o`<div class="reply-bar"><span>Replying to <b>${Ce(t.reply.author).name}</b></span><button type="button" class="ghost"
      aria-label="Cancel reply" @click=${()=>{t.reply=null,f()}}>${h("x")}</button></div>`:l}
    ${t.files.length?o`<ul class="trays" aria-label="Files to send">${t.files.map(fc)}</ul>`:l}
    <div class="entry">
      <label class="ghost attach" title="Attach files">${h("plus")}<input type="file" multiple aria-label="Attach files" @change=${u=>{let s=u.target;xt(s.files??[]),s.value="",matchMedia("(hover: none)").matches||document.querySelector(".composer textarea")?.focus()}}></label>
      <textarea rows="1" aria-label=${r} placeholder=${r} aria-haspopup="listbox" aria-controls=${n.length?"commands":l}
        aria-autocomplete="list" aria-activedescendant=${n.length?`command-${K}`:l} spellcheck="false" .value=${Et(t.text)}
        @input=${sc} @keydown=${oc} @paste=${ac}></textarea>
      ${d?o`<button type="button" class="ghost" aria-label="Record a voice message" title="Record a voice message" @click=${()=>{oi()}}>${h("mic")}</button>`:l}
      <button type="button" class="ghost send" aria-label="Send message" ?disabled=${d} @click=${()=>rd()}>${h("send")}</button>
    </div></div>`}function lc(e){let t=i.users.get(i.bot);return St("picker",o`<div class="popup-head">${t?F(t):l}${t?.name}</div>
    <div id="commands" role="listbox" aria-label="Commands">${e.map((n,d)=>o`<div id="command-${d}" role="option" class="choice"
      aria-selected=${d===K?"true":"false"} @pointermove=${()=>{K!==d&&(K=d,f())}}
      @click=${()=>Ai(n)}>
      <span class="choice-line"><b>/${n.path}</b>${n.options.filter(r=>r.required).map(r=>o`<span class="hint">${r.name}</span>`)}${n.options.some(r=>!r.required)?o`<span class="more">+${n.options.filter(r=>!r.required).length} optional</span>`:l}</span>
      <span class="choice-about">${n.description}</span></div>`)}</div>`)}var ki=new WeakMap;function cc(e){let t=ki.get(e);return t||ki.set(e,t=URL.createObjectURL(e)),t}function fc(e){let t=()=>{T().files=T().files.filter(r=>r!==e),f()},n=yn.test(e.name),d=()=>{t(),Jt(i.current,e)};return o`<li class="tray">${At.test(e.name)?o`<img src=${cc(e)} alt="">`:h(n?"volume":"fileText")}
    <span class="tray-words"><span class="file-name" title=${e.name}>${e.name}</span>${n?o`<button type="button" class="link" @click=${d}>Send as voice message</button>`:o`<span class="file-size">${dt(e.size)}</span>`}</span>
    <button type="button" class="ghost" aria-label="Remove ${e.name}" @click=${t}>${h("x")}</button></li>`}function Sn(e,t){if(!e?.url?.startsWith("attachment://"))return e;let n=e.url.slice(13);return t.attachments.find(d=>d.filename===n)??e}function Cn(e,t){return Di(e.map(n=>{let d=Sn(n.media,t),r=Me(d),u=rt(d?.url??"");return{url:r??"",alt:n.description??"",name:u,caption:n.description??u,width:d?.width,height:d?.height,spoiler:n.spoiler,outside:r?void 0:d?.url??""}}))}function Ri(e){if(!e.length)return l;let t=e.filter(d=>At.test(d.filename)),n=e.filter(d=>!At.test(d.filename));return o`
    ${t.length?Di(t.map(d=>({url:d.url,alt:d.description??"",name:d.filename,caption:d.description??d.filename,width:d.width,height:d.height,spoiler:d.filename.startsWith("SPOILER_")}))):l}
    ${n.map(d=>Ad(d.url,d.filename,d.size,yn.test(d.filename)))}`}function Ad(e,t,n,d=!1){return o`<div class="file ${d?"file-sound":""}">
    ${h("fileText")}
    <div class="file-words"><span class="file-name" title=${t}>${t}</span>${n?o`<span class="file-size">${dt(n)}</span>`:l}</div>
    ${e?o`<a class="ghost" href=${wd(e)} download=${t} aria-label="Download ${t}">${h("download")}</a>`:l}
    ${d?o`<audio controls preload="none" src=${e} aria-label=${t}></audio>`:l}
  </div>`}function Di(e){let t=e.filter(r=>!r.outside),n=r=>{i.picture={all:t,at:t.indexOf(r)},f()},d=(r,u)=>{let s=r.currentTarget;s.classList.contains("veiled")?s.classList.remove("veiled"):n(u)};return o`<div class="gallery gallery-${Math.min(e.length,10)}">${e.map(r=>r.outside!==void 0?o`<div class="outside">${h("lock")}<span>A picture elsewhere is not loaded here.</span>
        ${/^https?:/.test(r.outside)?o`<a href=${r.outside} target="_blank" rel="noopener noreferrer">Open it</a>`:l}</div>`:o`<button type="button" class=${r.spoiler?"picture veiled":"picture"} aria-label=${r.alt?`Open picture: ${r.alt}`:`Open picture ${r.name}`}
        @click=${u=>d(u,r)}
        ${Z("--ratio",r.width&&r.height?`${r.width} / ${r.height}`:null)}>
        <img src=${r.url} alt=${r.alt} loading="lazy" decoding="async" width=${r.width??l} height=${r.height??l}>
        ${r.alt?o`<span class="alt-mark" aria-hidden="true" title=${r.alt}>ALT</span>`:l}
        ${r.spoiler?o`<span class="veil-word">Spoiler</span>`:l}
      </button>`)}</div>`}function Rn(e,t,n,d=!1){let r=Me(Sn(e,n));if(!r)return l;let u={url:r,alt:t??"",name:rt(r),caption:t??rt(r)};return o`<button type="button" class="thumbnail ${d?"veiled":""}" aria-label="Open picture: ${u.caption}"
    @click=${()=>{i.picture={all:[u],at:0},f()}}><img src=${r} alt=${u.alt} loading="lazy"></button>`}var An=Le();function Oi(){let e=i.picture;if(!e)return l;let t=e.all[e.at],n=()=>{i.picture=null,f()},d=u=>{e.at=(e.at+u+e.all.length)%e.all.length,f()},r=u=>{u.key==="ArrowRight"&&d(1),u.key==="ArrowLeft"&&d(-1)};return queueMicrotask(()=>{An.value&&!An.value.open&&An.value.showModal()}),o`<dialog ${Q(An)} class="light-box" aria-label="Picture" @close=${n} @keydown=${r}
      @click=${u=>{u.target.matches("dialog, .light-stage")&&n()}}>
    <div class="light-bar">
      <span class="light-count">${e.all.length>1?`${e.at+1} of ${e.all.length}`:l}</span>
      <a class="ghost" href=${wd(t.url)} download=${t.name} aria-label="Download picture">${h("download")}<span>Download picture</span></a>
      <button type="button" class="ghost" aria-label="Close" @click=${n}>${h("x")}</button>
    </div>
    <div class="light-stage">
      ${e.all.length>1?o`<button type="button" class="ghost turn" aria-label="Previous picture" @click=${()=>d(-1)}>‹</button>`:l}
      <img src=${t.url} alt=${t.alt}>
      ${e.all.length>1?o`<button type="button" class="ghost turn" aria-label="Next picture" @click=${()=>d(1)}>›</button>`:l}
    </div>
    <p class="light-caption">${t.caption}</p>
  </dialog>`}var Li=L(class extends B{constructor(){super(...arguments),this.key=l}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(Oe(e),this.key=t),n}});var pc=["","primary","secondary","success","danger","link","premium"];function it(e,t){return e.map(n=>Ii(n,t))}function Ii(e,t){switch(e.type){case 1:return o`<div class="row">${it(e.components??[],t)}</div>`;case 2:return mc(e,t);case 3:case 5:case 6:case 7:case 8:return hc(e,t);case 9:return o`<div class="section"><div class="section-words">${it(e.components??[],t)}</div>
      <div class="section-side">${e.accessory?Ii(e.accessory,t):l}</div></div>`;case 10:return o`<div class="text prose">${X(e.content)}</div>`;case 11:return Rn(e.media,e.description,t,e.spoiler);case 12:return Cn(e.items??[],t);case 13:{let n=Sn(e.file,t),d=Me(n);return Ad(d??"",e.name??rt(n?.url??""),e.size)}case 14:return o`<div class="separator ${e.divider===!1?"bare":""} ${e.spacing===2?"wide":""}"
      role="separator"></div>`;case 17:return o`<div class="container ${e.spoiler?"veiled":""} ${Ee(e.accent_color)?"accented":""}"
      ${Z("--accent-bar",Ee(e.accent_color))}
      @click=${n=>n.currentTarget.classList.remove("veiled")}>${it(e.components??[],t)}</div>`;default:return o`<div class="unknown">A component of kind ${e.type} is not shown here yet.</div>`}}function mc(e,t){let n=o`${$n(e.emoji)}${e.label?o`<span>${e.label}</span>`:l}`,d=e.label||e.emoji?.name||"Button";if(e.style===5){let u=Tt(e.url??"");return o`<a class="button button-link" href=${u??l} target="_blank" rel="noopener noreferrer">${n}${h("externalLink")}</a>`}let r=i.busy.has(`${t.id}:${e.custom_id}`);return o`<button type="button" class="button button-${pc[e.style??2]??"secondary"} ${r?"busy":""}"
    ?disabled=${!!e.disabled} aria-busy=${r?"true":l} aria-label=${d}
    @click=${()=>{r||xr(t,e.custom_id??"")}}>${n}</button>`}function Dn(e){let t={5:Rt,6:Dt,7:kn,8:()=>_n(e.channel_types)}[e.type];if(!t)return e.options??[];let n=new Set(e.default_values?.map(d=>d.id));return t().map(({label:d,value:r,about:u})=>({label:d,value:r,description:u,default:n.has(r)}))}function hc(e,t){let n=i.busy.has(`${t.id}:${e.custom_id}`),d=Dn(e),r=e.placeholder||"Make a selection",u=(e.max_values??1)>1,s=a=>{_r(t,e.custom_id??"",a)};return u?gc(e,d,r,n,s):o`<span class="menu ${n?"busy":""}"><select aria-label=${r} ?disabled=${!!e.disabled||n}
      @change=${a=>s([a.target.value])}>
      ${d.some(a=>a.default)?l:o`<option value="" disabled selected hidden>${r}</option>`}
      ${d.map(a=>o`<option value=${a.value} ?selected=${!!a.default}>${a.emoji?.name&&!a.emoji.id?`${a.emoji.name} `:""}${a.label}${a.description?` \u2014 ${a.description}`:""}</option>`)}
    </select>${h("chevronDown")}</span>`}function gc(e,t,n,d,r){let u=a=>{let c=a.currentTarget.closest("details");r([...c.querySelectorAll("input:checked")].map(g=>g.value)),c.open=!1},s=a=>{let c=a.currentTarget.closest("details"),g=c.querySelectorAll("input:checked").length;c.querySelector("button").disabled=g<(e.min_values??1)||g>(e.max_values??1)};return o`<details class="menu many ${d?"busy":""}"><summary aria-label=${n}>${n}${h("chevronDown")}</summary>
    <div class="many-list" role="group" aria-label=${n}>${t.map(a=>o`<label><input type="checkbox" value=${a.value}
      ?checked=${!!a.default} @change=${s}><span>${a.label}${a.description?o`<small>${a.description}</small>`:l}</span></label>`)}
      <button type="button" class="button button-primary" @click=${u} ?disabled=${(e.min_values??1)>t.filter(a=>a.default).length}>Choose</button></div></details>`}var Sd=4,Bi=19,On=21,vc=22,Cd=23,bc=new Set([3,5,6,7,8]),Nt=Le();function ji(){let e=i.modal;if(!e)return l;queueMicrotask(()=>{!Nt.value||Nt.value.open||(Nt.value.showModal(),Nt.value.querySelector(".modal-body :is(textarea, input, select)")?.focus())});let t=()=>{i.modal===e&&(i.modal=null,f())},n=d=>{d.preventDefault(),i.modalBusy||Mr(...wc(e.components,d.currentTarget))};return Li(e.id,o`<dialog ${Q(Nt)} class="modal" aria-labelledby="modal-title" @close=${t}>
    <form @submit=${n} novalidate>
      <header><span class="avatar avatar-bot" aria-hidden="true">${ue()}</span><h2 id="modal-title">${e.title}</h2>
        <button type="button" class="ghost" aria-label="Close" @click=${t}>${h("x")}</button></header>
      <div class="modal-body">
        ${e.components.map($c)}
        ${i.modalError?o`<p class="failure" role="alert">${h("alert")}${i.modalError}</p>`:l}
      </div>
      <footer><button type="button" class="button button-secondary" @click=${t}>Cancel</button>
        <button type="submit" class="button button-primary ${i.modalBusy?"busy":""}" aria-busy=${i.modalBusy?"true":l}>Submit</button></footer>
    </form></dialog>`)}function $c(e){return e.type===10?o`<div class="text prose">${X(e.content)}</div>`:e.type===18&&e.component?Ni(e.component,e.label??"",e.description??""):(e.components??[]).map(t=>Ni(t,t.label??"",""))}function Ni(e,t,n){let d=`field-${e.custom_id}`,r=e.required!==!1&&e.type!==Cd,u=r?o`<span class="star" aria-hidden="true">*</span>`:l,s=n?o`<p class="about" id="${d}-about">${n}</p>`:l;return e.type===On||Hi(e)?o`<fieldset class="field"><legend>${t}${u}</legend>${s}${e.type!==On&&e.placeholder?o`<p class="about">${e.placeholder}</p>`:l}${Dn(e).map(a=>o`<label class="tick">
      <input type=${e.type===On?"radio":"checkbox"} name=${e.custom_id} value=${a.value} ?checked=${!!a.default}>
      <span>${a.label}${a.description?o`<small>${a.description}</small>`:l}</span></label>`)}</fieldset>`:e.type===Cd?o`<div class="field"><label class="tick"><input type="checkbox" name=${e.custom_id} ?checked=${!!e.default}><span>${t}</span></label>${s}</div>`:o`<div class="field"><label for=${d}>${t}${u}</label>${s}${yc(e,d,r,n)}</div>`}function yc(e,t,n,d){let r=d?`${t}-about`:l;if(e.type===Sd&&e.style===2)return o`<textarea id=${t} name=${e.custom_id} rows="5" ?required=${n} placeholder=${e.placeholder??""} aria-describedby=${r}
      maxlength=${e.max_length??l} .value=${e.value??""}></textarea>`;if(e.type===Sd)return o`<input id=${t} name=${e.custom_id} type="text" autocomplete="off" ?required=${n} placeholder=${e.placeholder??""}
      aria-describedby=${r} maxlength=${e.max_length??l} .value=${e.value??""}>`;if(e.type===Bi){let s=e.max_values??1,a=c=>{let g=c.target;g.parentElement.querySelector(".drop-words").textContent=[...g.files??[]].map(m=>m.name).join(", ")||Pi(s)};return o`<span class="drop-box">${h("upload")}<span class="drop-words">${Pi(s)}</span><input id=${t} name=${e.custom_id} type="file" ?multiple=${s>1} aria-describedby=${r} @change=${a}></span>`}let u=Dn(e);return o`<span class="menu"><select id=${t} name=${e.custom_id} ?required=${n} aria-describedby=${r}>
    ${u.some(s=>s.default)&&n?l:o`<option value="" ?disabled=${n} ?selected=${!u.some(s=>s.default)}>${e.placeholder||"Make a selection"}</option>`}
    ${u.map(s=>o`<option value=${s.value} ?selected=${!!s.default}>${s.label}</option>`)}</select>${h("chevronDown")}</span>`}var Hi=e=>e.type===vc||bc.has(e.type)&&(e.max_values??1)>1,Pi=e=>e>1?`Choose up to ${e} files, or drop them here`:"Choose a file, or drop it here";function wc(e,t){let n={},d=[],r=u=>[...t.elements].filter(s=>s.name===u);for(let u of e.flatMap(s=>s.component??s.components??[])){let s=u.custom_id;if(!s)continue;let[a]=r(s);if(a)if(u.type===Sd)n[s]=a.value;else if(u.type===Cd)n[s]=a.checked;else if(u.type===On)n[s]=r(s).find(c=>c.checked)?.value??null;else if(Hi(u))n[s]=r(s).filter(c=>c.checked).map(c=>c.value);else if(u.type===Bi){n[s]=[];for(let c of a.files??[])d.push([s,c])}else n[s]=[...a.selectedOptions].map(c=>c.value).filter(Boolean)}return[n,d]}var xc=()=>i.online&&(i.status.phase==="ready"||i.status.phase==="loading"),In=e=>o`<i class="presence ${!e.bot||xc()?"here":""}" aria-hidden="true"></i>`,Ln=e=>i.roles.find(t=>t.hoist&&e.roles.includes(t.id)),Rd=e=>e.id===i.owner?"Owner":Ln(e)?.name??"Visitor";function _c(e){let t=Ln(e)?.color;return o`<div class="member"><span class="with-status">${F(e)}${In(e)}</span><span class="member-name ${e.bot?"by-bot":""} ${t?"coloured":""}"
    ${Z("--role",Ee(t))}>${e.name}</span>${e.id===i.owner?o`<span class="crown" title="Owns this server">${h("crown")}<span class="sr">owner</span></span>`:l}${e.bot?o`<span class="tag">App</span>`:l}${e.id===i.me?o`<small>you</small>`:l}</div>`}function qi(){let e=[...i.users.values()],t=e.filter(r=>!r.bot),n=(r,u)=>u.length?o`<section><h2>${r} — ${u.length}</h2>${u.map(_c)}</section>`:l,d=i.roles.filter(r=>r.hoist);return o`${d.map(r=>n(`${r.name}s`,t.filter(u=>Ln(u)?.id===r.id)))}
    ${n("Members",t.filter(r=>!Ln(r)))}${n("Apps",e.filter(r=>r.bot))}`}function Ui(){let e=i.users.get(i.me);if(!e)return l;let t=[...i.users.values()].filter(n=>!n.bot&&n.id!==e.id);return o`<div class="panel"><div class="panel-me"><span class="with-status">${F(e)}${In(e)}</span>
      <span class="panel-name"><b>${e.name}</b><small>${Rd(e)}</small></span></div>
    <nav class="panel-others" aria-label="Be someone else"><span>Open a tab as</span>${t.map(n=>o`<a href="/?as=${n.id}" target="_blank" rel="noopener"
      title="${n.name}: ${Rd(n).toLowerCase()}" aria-label="Open a tab as ${n.name}, ${Rd(n).toLowerCase()}">${n.name}</a>`)}</nav></div>`}var kc={},Fi=L(class extends B{constructor(){super(...arguments),this.ot=kc}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((d,r)=>d===this.ot[r]))return C}else if(this.ot===t)return C;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}});var st=40,Dd=null;function Ec(e){let t=[];try{t=[...atob(e)].map(n=>n.charCodeAt(0))}catch{}return Array.from({length:st},(n,d)=>{let r=t.slice(Math.floor(d*t.length/st),Math.max(Math.floor((d+1)*t.length/st),Math.floor(d*t.length/st)+1));return r.length?Math.max(...r)/255:0})}var Od=class extends HTMLElement{static observedAttributes=["src","seconds","waveform"];audio=new Audio;bars=[];connectedCallback(){this.audio.preload="none";for(let t of["play","pause","ended","timeupdate","seeked"])this.audio.addEventListener(t,this.draw);this.audio.addEventListener("error",this.draw),this.attributeChangedCallback()}disconnectedCallback(){this.audio.pause()}attributeChangedCallback(){if(!this.isConnected)return;let t=this.getAttribute("src")??"";this.audio.getAttribute("src")!==t&&this.audio.setAttribute("src",t),this.bars=Ec(this.getAttribute("waveform")??""),this.draw()}get seconds(){return Number(this.getAttribute("seconds"))||0}toggle=()=>{if(!this.audio.paused)return this.audio.pause();Dd!==this.audio&&Dd?.pause(),Dd=this.audio,this.audio.play().catch(()=>this.draw())};jump=t=>{this.audio.currentTime=Number(t.target.value),this.draw()};draw=()=>{let t=this.audio.ended?0:this.audio.currentTime,n=!this.audio.paused&&!this.audio.ended,d=this.seconds?t/this.seconds:0,r=t>0?`${Re(t)} / ${Re(this.seconds)}`:Re(this.seconds);Kt(this.audio.error?o`<span class="voice-words">This recording cannot be played here.</span>`:o`
      <button type="button" class="voice-play" aria-label=${n?"Pause":"Play voice message"} @click=${this.toggle}>${h(n?"pause":"play")}</button>
      <span class="voice-wave"><svg viewBox="0 0 ${st*4} 32" preserveAspectRatio="none" aria-hidden="true">${this.bars.map((u,s)=>gt`<rect class=${(s+.5)/st<=d?"heard":""} x=${s*4+.5} width="2.5" rx="1.2" y=${16-Math.max(u*15,1.5)} height=${Math.max(u*30,3)} />`)}</svg>
        <input type="range" min="0" max=${this.seconds} step="any" .value=${String(t)} aria-label="Place in the voice message" aria-valuetext=${r} @input=${this.jump}></span>
      <span class="voice-time">${r}</span>`,this)}};customElements.define("ink-voice",Od);var Gi=(e,t,n)=>o`<ink-voice class="voice" src=${e} seconds=${t} waveform=${n}></ink-voice>`;var Mc=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F389}","\u{1F440}","\u{1F64F}","\u2705","\u{1F525}"],Tc={all:"Message actions",react:"Add a reaction",forward:"Forward to",delete:"Delete this message?"},ae=Le(),ot=null;function ce(e,t,n){ot=document.activeElement,i.sheet={message:e.id,kind:t},f(),ae.value&&!ae.value.open&&ae.value.showModal(),Ki(n.x,n.y)}function Ki(e,t){let n=ae.value;n&&(n.style.setProperty("--x",`${Math.max(8,Math.min(e,innerWidth-n.offsetWidth-8))}px`),n.style.setProperty("--y",`${Math.max(8,Math.min(t,innerHeight-n.offsetHeight-8))}px`))}var Nn=e=>{let t=e.currentTarget.getBoundingClientRect();return{x:t.right-240,y:t.bottom+4}};function lt(){i.sheet=null,ae.value?.close(),f(),!(!(ot instanceof HTMLElement)||!ot.isConnected||document.activeElement!==document.body)&&(ot.matches("article")?wn(ot):ot.focus())}function zi(e,t){let n=e.target;if(i.sheet)return e.preventDefault();if(n.closest("a, textarea, input, select")||getSelection()?.toString()&&!matchMedia("(hover: none)").matches)return;e.preventDefault();let d=e.currentTarget.getBoundingClientRect(),r=e.clientX||e.clientY;ce(t,"all",r?{x:e.clientX,y:e.clientY}:{x:d.left+72,y:d.top+24})}var Ac=450,le=null;function Wi(e,t){if(e.pointerType!=="touch"||e.target.closest("a, button, select, textarea, input"))return;Pt();let{clientX:n,clientY:d}=e;le={x:n,y:d,timer:setTimeout(()=>{le=null,i.sheet||ce(t,"all",{x:n,y:d})},Ac)}}function Qi(e){le&&Math.hypot(e.clientX-le.x,e.clientY-le.y)>10&&Pt()}function Pt(){le&&clearTimeout(le.timer),le=null}function Sc(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(!t)return;e.preventDefault();let n=[...e.currentTarget.querySelectorAll("button")];n[(n.indexOf(document.activeElement)+t+n.length)%n.length]?.focus()}function Yi(){let e=i.sheet,t=e&&i.messages.get(i.current)?.find(n=>n.id===e.message);return!e||!t?l:o`<dialog ${Q(ae)} class="sheet" aria-label=${Tc[e.kind]} @close=${()=>{i.sheet&&lt()}}
    @keydown=${Sc} @click=${n=>{n.target===n.currentTarget&&lt()}}
    @contextmenu=${n=>n.preventDefault()}><div class="sheet-body">${e.kind==="delete"?Oc(t):e.kind==="forward"?Dc(t):o`${Cc(t)}${e.kind==="all"?Rc(t):l}`}</div></dialog>`}function Cc(e){return(e.flags??0)&64?l:o`<div class="quick" role="group" aria-label="Quick reactions">${Mc.map(t=>{let n=!!e.reactions?.some(d=>d.emoji.name===t&&d.me);return o`<button type="button" class=${n?"mine":""} aria-label="React with ${t}" aria-pressed=${n} @click=${()=>{lt(),tn(e,t,n)}}>${t}</button>`})}</div>`}function Rc(e){let t=ye(e),n=t.use?lr():[];return o`<div class="doings">
    ${t.answer?at("reply","Reply",()=>wt(e)):l}
    ${t.forward?o`<button type="button" class="doing" @click=${()=>Vi("forward")}>${h("forward")}<span>Forward</span></button>`:l}
    ${t.edit?at("pencil","Edit message",()=>we(e)):l}
    ${e.content?at("copy","Copy text",()=>{navigator.clipboard?.writeText(e.content)}):l}
    ${t.dismiss?at("eye","Dismiss message",()=>{dn(e)}):l}
    ${t.delete?o`<button type="button" class="doing danger" @click=${()=>Vi("delete")}>${h("trash")}<span>Delete message</span></button>`:l}
    ${n.length?o`<div role="group" aria-labelledby="apps"><h2 id="apps">Apps</h2>${n.map(d=>at("grid",d,()=>{kr(e,d)},i.users.get(i.bot)?.name))}</div>`:l}</div>`}function at(e,t,n,d,r){return o`<button type="button" class="doing" aria-label=${r??l} @click=${()=>{lt(),n()}}>${h(e)}<span>${t}</span>${d?o`<small aria-hidden="true">${d}</small>`:l}</button>`}function Vi(e){i.sheet&&(i.sheet.kind=e),f();let{left:t,top:n}=ae.value.getBoundingClientRect();Ki(t,n),ae.value?.querySelector("button")?.focus()}function Dc(e){return o`<p class="sheet-ask">Forward to</p><div class="doings">${i.channels.map(t=>at(t.kind==="dm"?"atSign":t.hidden?"lock":"hash",t.name,()=>{br(e,t.id)},void 0,W(t)))}</div>`}function Oc(e){return o`<p class="sheet-ask">Delete this message${re()?.kind==="dm"?"":" for everyone"}? It cannot be brought back.</p>
    <div class="sheet-answers"><button type="button" class="button button-secondary" @click=${lt}>Keep it</button>
    <button type="button" class="button button-danger" @click=${()=>{lt(),Er(e)}}>Delete</button></div>`}var Ic=420*1e3,Te=(e,t)=>((e.flags??0)&t)!==0;function Xi(e,t){return!!t&&t.author.id===e.author.id&&!e.referenced_message&&!e.interaction_metadata&&!Te(e,64)&&!Te(t,64)&&new Date(e.timestamp).getTime()-new Date(t.timestamp).getTime()<Ic}function Zi(e,t){let n=Ce(e.author),d=Te(e,64),r=Te(e,128),u=new Date(e.timestamp),s=e.mentions?.some(a=>a.id===i.me)&&e.author.id!==i.me;return o`<article class="message ${t?"compact":""} ${d?"ephemeral":""} ${s?"mentions-me":""}"
      aria-label=${`${n.name}, ${R(u,"t")}`} data-message=${e.id}
      @contextmenu=${a=>zi(a,e)} @pointerdown=${a=>Wi(a,e)}
      @pointermove=${Qi} @pointerup=${Pt} @pointercancel=${Pt} @keydown=${a=>Pc(a,e)}>
    ${Hc(e)}
    ${t?o`<span class="gutter" aria-hidden="true">${R(u,"t")}</span>`:o`<span class="gutter">${F(n)}</span>`}
    <div class="body">
      ${t?l:o`<header><span class="author ${n.bot?"by-bot":""}">${n.name}</span>${n.bot?o`<span class="tag">App</span>`:l}<time datetime=${e.timestamp} title=${R(u,"F")}>${Yn(e.timestamp)}</time></header>`}
      ${r?o`<p class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${n.name} is thinking…</p>`:i.editing===e.id?Bc(e):Ji(e)}
      ${Fc(e)}
      ${i.failures.has(e.id)?o`<p class="failure" role="alert">${h("alert")}${i.failures.get(e.id)}</p>`:l}
      ${d?o`<p class="only-you">${h("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link"
        @click=${()=>dn(e)}>Dismiss message</button></p>`:l}
    </div>
    ${r||i.editing===e.id?l:Nc(e,n.name)}
  </article>`}function Nc(e,t){let n=ye(e);return o`<div class="tools" role="group" aria-label="Actions">
    ${n.answer?o`<button type="button" class="ghost" aria-label="Add a reaction" title="Add a reaction" @click=${d=>ce(e,"react",Nn(d))}>${h("smile")}</button>
      <button type="button" class="ghost" aria-label="Reply to ${t}" title="Reply" @click=${()=>wt(e)}>${h("reply")}</button>`:l}
    ${n.edit?o`<button type="button" class="ghost" aria-label="Edit message" title="Edit" @click=${()=>we(e)}>${h("pencil")}</button>`:l}
    <button type="button" class="ghost" aria-label="More actions" title="More" aria-haspopup="dialog" @click=${d=>ce(e,"all",Nn(d))}>${h("ellipsis")}</button></div>`}function Pc(e,t){if(e.target!==e.currentTarget||e.ctrlKey||e.metaKey||e.altKey)return;let n=ye(t),d=e.currentTarget.getBoundingClientRect(),r={x:d.left+72,y:d.top+24};if(e.key==="Enter")ce(t,"all",r);else if(e.key==="r"&&n.answer)wt(t);else if(e.key==="e"&&n.edit)we(t);else if(e.key==="+"&&n.answer)ce(t,"react",r);else return;e.preventDefault()}function Bc(e){let t=d=>d.currentTarget.closest(".editing").querySelector("textarea"),n=d=>{d.stopPropagation(),!d.isComposing&&(d.key==="Escape"&&nn(),d.key==="Enter"&&!d.shiftKey&&(d.preventDefault(),sd(e,t(d).value)))};return o`<div class="editing"><textarea aria-label="Edit message" rows="1" maxlength="2000" spellcheck="false" .value=${e.content} @keydown=${n}></textarea>
    <div class="edit-foot"><button type="button" class="link" @click=${nn}>Cancel</button><span aria-hidden="true">·</span><button type="button" class="link"
      @click=${d=>{sd(e,t(d).value)}}>Save</button></div></div>`}function Ji(e){let t=e.edited_timestamp?o`<span class="edited" title=${R(new Date(e.edited_timestamp),"F")}>(edited)</span>`:l;if(Te(e,32768))return o`<div class="parts">${it(e.components,e)}</div>${e.edited_timestamp?o`<div class="edited-line">${t}</div>`:l}`;if(e.message_snapshots?.length)return jc(e);let n=Te(e,8192)?e.attachments[0]:void 0;return n?Gi(n.url,n.duration_secs??0,n.waveform??""):o`${e.content||e.edited_timestamp?o`<div class="text prose">${X(e.content)}${e.edited_timestamp?o` ${t}`:l}</div>`:l}
    ${Ri(e.attachments??[])}
    ${(e.embeds??[]).map(d=>Gc(d,e))}
    ${e.components?.length?o`<div class="parts">${it(e.components,e)}</div>`:l}`}function jc(e){let t=i.channels.find(n=>n.id===e.message_reference?.channel_id);return o`<div class="forwarded"><p class="forwarded-mark">${h("forward")}Forwarded</p>
    ${e.message_snapshots.map(({message:n})=>Ji({...e,message_snapshots:void 0,...n,id:e.id}))}
    ${t?o`<button type="button" class="forwarded-from" @click=${()=>{$t(t.id)}}>${W(t)}<span aria-hidden="true">·</span>${Yn(e.message_snapshots[0].message.timestamp)}</button>`:l}</div>`}function Hc(e){let t=e.interaction_metadata,n=t?.name??e.interaction?.name;if(t&&n&&!e.referenced_message){let s=Ce(t.user);return o`<div class="context">${F(s)}<span class="context-name">${s.name}</span> used <span class="mention">${t.command_type===3?"":"/"}${n}</span></div>`}let d=e.referenced_message;if(e.message_snapshots?.length||!e.message_reference&&!d)return l;if(!d)return o`<div class="context"><em>Original message was deleted</em></div>`;let r=Ce(d.author),u=yd(d.content)||qc(d)||(Te(d,8192)?"Voice message":d.attachments?.length?"Click to see attachment":"Click to see message");return o`<div class="context">${F(r)}<button type="button" class="context-jump" title="Go to this message"
    @click=${()=>Uc(d.id)}><span class="context-name">${r.name}</span><span class="context-words">${u}</span></button></div>`}function qc(e){let t=[...e.components??[]];for(let n=t.shift();n;n=t.shift()){if(n.content)return yd(n.content);t.unshift(...n.components??[])}return""}function Uc(e){let t=document.querySelector(`[data-message="${CSS.escape(e)}"]`);t?.scrollIntoView({block:"center",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),t?.classList.add("found"),setTimeout(()=>t?.classList.remove("found"),1600)}function Fc(e){return e.reactions?.length?o`<div class="reactions">${e.reactions.map(t=>o`<button type="button" class="reaction ${t.me?"mine":""}" aria-pressed=${t.me}
    aria-label=${`${t.emoji.name}, ${t.count}`} ?disabled=${!!t.emoji.id} @click=${()=>tn(e,t.emoji.name??"",t.me)}>${$n(t.emoji)}<b>${t.count}</b></button>`)}
    <button type="button" class="reaction add" aria-label="Add a reaction to this" title="Add a reaction" @click=${t=>ce(e,"react",Nn(t))}>${h("smile")}</button></div>`:l}function Gc(e,t){let n=Tt(e.url??""),d=[e.footer?.text,e.timestamp?R(new Date(e.timestamp),"f"):""].filter(Boolean).join(" \xB7 ");return o`<div class="embed" ${Z("--accent-bar",Ee(e.color))}><div class="embed-words">
    ${e.author?o`<div class="embed-author">${e.author.name}</div>`:l}
    ${e.title?o`<div class="embed-title">${n?o`<a href=${n} target="_blank" rel="noopener noreferrer">${e.title}</a>`:X(e.title)}</div>`:l}
    ${e.description?o`<div class="text prose">${X(e.description)}</div>`:l}
    ${e.fields?.length?o`<dl class="fields">${e.fields.map(r=>o`<div class=${r.inline?"inline":""}><dt>${X(r.name)}</dt><dd class="prose">${X(r.value)}</dd></div>`)}</dl>`:l}
    ${Me(e.image)?Cn([{media:e.image}],t):l}
    ${d?o`<div class="embed-foot">${d}</div>`:l}
    </div>${e.thumbnail?Rn(e.thumbnail,null,t):l}</div>`}function es(e){let t=i.users.get(i.me),n=i.users.get(i.bot);return o`<article class="message pending" aria-label=${`/${e.path}, ${e.failed?"failed":"sending"}`}>
    <div class="context">${t?F(t):l}<span class="context-name">${t?.name}</span> used <span class="mention">/${e.path}</span></div>
    <span class="gutter"><span class="avatar avatar-bot" aria-hidden="true">${ue()}</span></span>
    <div class="body"><header><span class="author by-bot">${n?.name}</span><span class="tag">App</span></header>
      ${e.failed?o`<p class="failure" role="alert">${h("alert")}The application did not respond</p>
        <p class="only-you">${h("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link" @click=${()=>wr(e.id)}>Dismiss message</button></p>`:o`<p class="thinking" role="status">Sending command…</p>`}
    </div></article>`}var Vc=120,Kc=1500,fe=!0,ts="",ns=0,is=-1/0,ds="",rs=null,us=new ResizeObserver(()=>ct());function ss(e,t){let n=re(),d=i.messages.get(i.current)??[],r=i.pending.filter(s=>s.channel===i.current),u=r.at(-1)?.id??d.findLast(s=>s.author.id===i.me)?.id??"";return u!==ds&&(ds=u,fe=!0),o`<div class="scroller" tabindex="0" @scroll=${Yc} @keydown=${Xc} @wheel=${{handleEvent:Pn,passive:!0}}
    @touchmove=${{handleEvent:Pn,passive:!0}} @pointerdown=${Pn}>
    <div class="messages" role="log" aria-label="Messages">
      ${n&&i.loaded?Wc(n,e[n.kind],t,!d.length&&!r.length):l}
      ${Ct(d,s=>s.id,(s,a)=>zc(s,d[a-1]))}
      ${Ct(r,s=>s.id,es)}
    </div></div>
    ${fe?l:o`<button type="button" class="to-end" @click=${Zc}>${h("arrowDown")}<span>Newest messages</span></button>`}`}function zc(e,t){let n=new Date(e.timestamp).toDateString(),d=!t||new Date(t.timestamp).toDateString()!==n,r=!d&&Xi(e,t);return o`${d&&t?o`<div class="day" role="separator"><span>${R(new Date(e.timestamp),"D")}</span></div>`:l}
    ${Fi([e,r,n,new Date(se()).toDateString()],()=>Zi(e,r))}`}function Wc(e,t,n,d){let r=new Set($e().map(s=>s.path.split(" ")[0])),u=t.filter(s=>r.has(s.slice(1).split(" ")[0]));return o`<div class="welcome ${d?"":"small"}">
    <div class="welcome-mark" aria-hidden="true">${e.kind==="dm"?o`<span class="avatar avatar-bot">${ue()}</span>`:h("hash")}</div>
    <h2>${e.kind==="dm"?"Inkling":`Welcome to #${e.name}`}</h2>
    <p>${e.kind==="dm"?"Your direct messages with Inkling. Nobody else sees them.":o`Inkling paints what you describe. Type <kbd>/</kbd> to see what it can do${d&&u.length?", or begin with one of these":""}.`}</p>
    ${d&&u.length?o`<div class="suggestions">${u.map(s=>o`<button type="button" @click=${()=>n(s.includes(" ")?s:`${s} `)}>${Qc(s)}</button>`)}</div>`:l}
  </div>`}function Qc(e){let[t,...n]=e.split(" "),d=n.join(" ").replace(/^prompt: /,"").replace(/ count: (\d)$/,", $1 pictures");return o`<b>${t}</b>${d?o` ${d}`:l}`}function Pn(){is=performance.now()}function Yc(e){let t=e.currentTarget,n=t.scrollHeight-t.scrollTop-t.clientHeight<Vc,d=t.scrollTop<ns&&performance.now()-is<Kc;ns=t.scrollTop;let r=n||fe&&!d;r!==fe&&(fe=r,f())}function Xc(e){Pn();let t=e.target,n=e.currentTarget,d={ArrowUp:-1,ArrowDown:1}[e.key];if(!d||!(t===n||t.matches("article.message")))return;let r=[...n.querySelectorAll("article[data-message]")],u=r.indexOf(t),s=r[u<0?d<0?r.length-1:0:u+d];s&&(e.preventDefault(),wn(s))}function Zc(){fe=!0,ct(),f()}function ct(){let e=document.querySelector(".scroller");if(!e)return;let t=e.firstElementChild;t&&t!==rs&&(us.disconnect(),us.observe(t),rs=t),ts!==i.current&&(ts=i.current,fe=!0),fe&&(e.scrollTop=e.scrollHeight)}var ls=[["limit","Rate limit","Discord answers the next three requests with \u201Ctoo many\u201D; Inkling waits and asks again."],["errors","Server errors","Discord's next two answers are errors (502); Inkling tries again by itself."],["slow","Slow network","Every answer from Discord takes two seconds longer, until you make all well."],["drop","Cut the connection","Inkling loses its live connection once, takes it up again and reads what it missed."],["session","Forget the session","The connection is cut and cannot be resumed; Inkling has to log in anew."],["expire","Expire all tokens","Buttons and commands asked so far count as 15 minutes old; results come another way."]],Jc=1e3,ef=2500,os,Bn="",tf=()=>ls.filter(([e])=>i.trouble[e]).map(([,e])=>e.toLowerCase()).join(", ");async function Bt(){clearTimeout(os),i.trouble=await k.troubles().catch(()=>({})),f(),Object.keys(i.trouble).length&&(os=setTimeout(()=>{Bt()},Jc))}async function cs(e){let t=await O(k.trouble(e));t&&(i.trouble=t,Bn=t[e]?"":e,setTimeout(()=>{Bn===e&&(Bn="",f())},ef),await Bt())}function Ld(){Se("trouble"),i.panel==="trouble"&&Bt()}function nf(e){let t=i.trouble[e];return t?o`<span class="left">${e==="slow"?"on":`${t} left`}</span>`:Bn===e?o`<span class="left" role="status">done</span>`:l}function fs(){let e=tf();return i.panel!=="trouble"?e?o`<div class="banner made" role="status">${h("trouble")}<span>Trouble is on: ${e}.</span>${as()}</div>`:l:o`<section class="made-panel" aria-label="Trouble">
    <div class="made-head"><h2>${h("trouble")}Trouble, on purpose</h2><span class="spacer"></span>${as(!e)}<button type="button" class="ghost" aria-label="Close the trouble panel"
      @click=${Ld}>${h("x")}</button></div>
    <p>A bad day at Discord, to see what Inkling does then. It touches only this playground.</p>
    <div class="kinds">${ls.map(([t,n,d])=>o`<button type="button" class="kind ${i.trouble[t]?"on":""}" @click=${()=>{cs(t)}}><span class="kind-name">${n}${nf(t)}</span> <span class="kind-about">${d}</span></button>`)}</div></section>`}var as=(e=!1)=>o`<button type="button" class="button button-secondary" ?disabled=${e} @click=${()=>{cs("well")}}>Make all well</button>`;var df={text:["/imagine prompt: a red apple on a blue background","/imagine prompt: a green tree in the snow count: 4","/help"],dm:["/imagine prompt: a yellow moon over the sea","/help"]};function ms(){let e=re();return o`
    <header class="mark"><span class="mark-dot" aria-hidden="true"></span><span><b>Playground</b> — a Discord on this computer.<span class="wide-only"> Nothing leaves it, and it starts fresh each time.</span><span class="phone-only"> Nothing leaves it.</span></span></header>
    <div class="app ${i.drawer?`drawer-${i.drawer}`:""} ${i.membersShown?"with-members":""}">
      <nav class="rail" aria-label="Servers"><button type="button" class="server current" aria-label=${i.guildName} aria-current="true" title=${i.guildName}
        @click=${()=>{let t=i.channels[0];t&&$t(t.id)}}>${ue()}</button></nav>
      <div class="side" role="region" aria-label="Server">
        <div class="side-head"><h2>${i.guildName}</h2></div>
        <nav class="channels" aria-label="Channels">${ps("Text channels","text")}${ps("Direct messages","dm")}</nav>
        ${Ui()}
      </div>
      <main class="chat" aria-label=${e?W(e):"Channel"}>
        <header class="chat-head">
          <button type="button" class="ghost only-phone ${i.unread.size?"news":""}" aria-label=${`Show channels${i.unread.size?", new messages":""}`} @click=${()=>hs("channels")}>${h("menu")}</button>
          <span class="chat-kind" aria-hidden="true">${e?h(gs(e)):l}</span><h1>${e?.name}</h1>
          ${e?.topic?o`<span class="topic" title=${e.topic}>${e.topic}</span>`:l}
          <span class="spacer"></span>
          <button type="button" class="ghost" aria-label="Time travel" title="Time travel" aria-expanded=${i.panel==="clock"} @click=${()=>Se("clock")}>${h("clock")}</button>
          <button type="button" class="ghost" aria-label="Trouble" title="Trouble, on purpose" aria-expanded=${i.panel==="trouble"} @click=${Ld}>${h("trouble")}</button>
          <button type="button" class="ghost" aria-label="Bot log" title="Bot log" aria-pressed=${i.logShown} @click=${()=>{i.logShown=!i.logShown,f()}}>${h("scrollText")}</button>
          <button type="button" class="ghost" aria-label="Member list" title="Member list" aria-pressed=${i.membersShown} @click=${uf}>${h("users")}</button>
        </header>
        ${sf()}${cu()}${fs()}
        ${ss(df,Si)}
        ${Ci()}
        ${of()}
        ${i.logShown?af():l}
      </main>
      <aside class="members" aria-label="Members">${qi()}</aside>
      <div class="scrim" @click=${()=>{i.drawer="",f()}}></div>
    </div>
    <div class="toasts" role="status" aria-live="polite">${i.toasts.map(t=>o`<div class="toast">${h(t.good?"check":"alert")}<span>${t.text}</span>
      <button type="button" class="ghost" aria-label="Put this message away" @click=${()=>{i.toasts=i.toasts.filter(n=>n!==t),f()}}>${h("x")}</button></div>`)}</div>
    ${Oi()}${ji()}${Yi()}`}var rf=()=>matchMedia("(max-width: 760px)").matches;function hs(e){i.drawer=i.drawer===e?"":e,f()}function uf(){if(rf())return hs("members");i.membersShown=!i.membersShown,f()}function ps(e,t){let n=i.channels.filter(d=>d.kind===t);return o`<section><h2>${e}</h2>${n.map(d=>{let r=d.id===i.current,u=i.users.get(i.bot);return o`<button type="button" class="channel ${r?"current":""} ${i.unread.has(d.id)?"unread":""}" aria-current=${r?"page":l}
      @click=${()=>$t(d.id)}>${t==="dm"&&u?o`<span class="with-status">${F(u)}${In(u)}</span>`:h(gs(d))}<span>${d.name}</span>${i.unread.has(d.id)?o`<span class="sr">, new messages</span>`:l}</button>`})}</section>`}var gs=e=>e.kind==="dm"?"atSign":e.hidden?"lock":"hash";function sf(){let{phase:e,detail:t}=i.status;if(!i.online)return o`<div class="banner trouble" role="status">The playground has stopped or is not reachable. This page reconnects by itself.</div>`;let n={starting:"Inkling is starting\u2026 Its model loads in about 15 s; you can already look around.",loading:"Inkling is here. Its model is still loading; what you ask for now waits its turn.",restarting:"Inkling stopped and is being started again. Nothing that was accepted is lost.",stopped:"Inkling does not run. Its log says why."};return n[e]?o`<div class="banner ${e==="stopped"||e==="restarting"?"trouble":""}" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${n[e]}${t?o` <small>${t}</small>`:l}</span></div>`:l}function of(){let e=gr(),t=e.length>2?o`<b>Several people</b> are typing…`:o`${e.map((n,d)=>o`${d?" and ":l}<b>${n}</b>`)} ${e.length>1?"are":"is"} typing…`;return o`<div class="typing" role="status">${e.length?o`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${t}</span>`:l}</div>`}function af(){return o`<section class="log" aria-label="Bot log"><div class="log-head"><b>Bot log</b><button type="button" class="ghost" aria-label="Close the bot log" @click=${()=>{i.logShown=!1,f()}}>${h("x")}</button></div>
    <pre tabindex="0">${i.log.length?i.log.join(`
`):"Nothing yet."}</pre></section>`}var Id=document.getElementById("root");function Nd(){Kt(ms(),Id),ct();let e=i.channels.find(t=>t.id===i.current);document.title=e?`${i.unread.size?"\u25CF ":""}${e.kind==="dm"?"@":"#"}${e.name} \u2014 Inkling playground`:"Inkling playground"}new ResizeObserver(ct).observe(Id);Id.addEventListener("load",ct,!0);for(let e of["dragover","drop"])document.addEventListener(e,t=>{t.preventDefault();let n=t.dataTransfer?.files;if(e!=="drop"||!n?.length)return;if(!i.modal)return xt(n);let d=t.target.closest?.(".drop-box")?.querySelector("input");d&&(d.files=n,d.dispatchEvent(new Event("change")))});document.addEventListener("keydown",e=>{(document.activeElement===document.body||document.activeElement?.matches(".scroller"))&&e.key.length===1&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&e.key!==" "&&document.querySelector(".composer textarea")?.focus(),e.key==="Escape"&&i.drawer&&(i.drawer="",Nd())});ar(Nd);Nd();pr().then(Bt).catch(e=>{document.querySelector("#root").textContent=e.message});

var Qr=Object.create;var ud=Object.defineProperty;var Xr=Object.getOwnPropertyDescriptor;var Yr=Object.getOwnPropertyNames;var Zr=Object.getPrototypeOf,Jr=Object.prototype.hasOwnProperty;var w=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(n){throw t=0,n}};var ei=(e,t,n,d)=>{if(t&&typeof t=="object"||typeof t=="function")for(let u of Yr(t))!Jr.call(e,u)&&u!==n&&ud(e,u,{get:()=>t[u],enumerable:!(d=Xr(t,u))||d.enumerable});return e};var ti=(e,t,n)=>(n=e!=null?Qr(Zr(e)):{},ei(t||!e||!e.__esModule?ud(n,"default",{value:e,enumerable:!0}):n,e));var k=w(Bn=>{"use strict";Object.defineProperty(Bn,"__esModule",{value:!0});var Gi=/\r\n?/g,Vi=/\t/g,Ki=/\f/g,yu=function(e){return e.replace(Gi,`
`).replace(Ki,"").replace(Vi,"    ")},_u=function(e,t){var n=e||{};if(t!=null)for(var d in t)Object.prototype.hasOwnProperty.call(t,d)&&(n[d]=t[d]);return n},xu=function(e,t){var n=Object.keys(e).filter(function(i){var a=e[i];if(a==null||a.match==null)return!1;var c=a.order;return(typeof c!="number"||!isFinite(c))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+i+"`: "+String(c)),!0});n.sort(function(i,a){var c=e[i],h=e[a],m=c.order,f=h.order;if(m!==f)return m-f;var b=c.quality?0:1,g=h.quality?0:1;return b!==g?b-g:i<a?-1:i>a?1:0});var d,u=function(i,a){var c=[];for(a=a||d,d=a;i;){var h=null,m=null,f=null,b=NaN,g=0,y=n[0],_=e[y];do{var I=_.order,L=a.prevCapture==null?"":a.prevCapture[0],V=_.match(i,a,L);if(V){var Et=_.quality?_.quality(V,a,L):0;Et<=b||(h=y,m=_,f=V,b=Et)}g++,y=n[g],_=e[y]}while(_&&(!f||_.order===I&&_.quality));if(m==null||f==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+n[n.length-1]+`'. It seems to not match the following source:
`+i);if(f.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var H=m.parse(f,u,a);if(Array.isArray(H))Array.prototype.push.apply(c,H);else{if(H==null||typeof H!="object")throw new Error(`parse() function returned invalid parse result: '${H}'`);H.type==null&&(H.type=h),c.push(H)}a.prevCapture=f,i=i.substring(a.prevCapture[0].length)}return c},r=function(i,a){return d=_u(a,t),!d.inline&&!d.disableAutoBlockNewlines&&(i=i+`

`),d.prevCapture=null,u(yu(i),d)};return r},j=function(e){var t=function(n,d,u){return d.inline?e.exec(n):null};return t.regex=e,t},U=function(e){var t=function(n,d){return d.inline?null:e.exec(n)};return t.regex=e,t},Nn=function(e){var t=function(n,d){return e.exec(n)};return t.regex=e,t},Zc=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,E=function(e,t,n,d){n=n||{},d=typeof d<"u"?d:!0;var u="";for(var r in n){var i=n[r];Object.prototype.hasOwnProperty.call(n,r)&&i&&(u+=" "+Ee(r)+'="'+Ee(i)+'"')}var a="<"+e+u+">";return d?a+t+"</"+e+">":a},Pn=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},zi=/[<>&"']/g,Wi={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},Ee=function(e){return String(e).replace(zi,function(t){return Wi[t]})},Qi=/\\([^0-9A-Za-z\s])/g,jn=function(e){return e.replace(Qi,"$1")},Kt=function(e,t,n){var d=n.inline||!1;n.inline=!0;var u=e(t,n);return n.inline=d,u},Xi=function(e,t,n){var d=n.inline||!1;n.inline=!1;var u=e(t+`

`,n);return n.inline=d,u},Ft=function(e,t,n){return{content:Kt(t,e[1],n)}},Ln=function(){return{}},zt="(?:[*+-]|\\d+\\.)",wu="( *)("+zt+") +",hu=new RegExp("^"+wu),Yi=new RegExp(wu+"[^\\n]*(?:\\n(?!\\1"+zt+` )[^\\n]*)*(
|$)`,"gm"),ku=/\n{2,}$/,Zi=/^ (?= *`)|(` *) $/g,Ji=ku,gu=/ *\n+$/,es=new RegExp("^( *)("+zt+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+zt+` )\\n*|\\s*
*$)`),ts=/(?:^|\n)( *)$/,Gt=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,n=/^ *-+: *$/,d=/^ *:-+: *$/,u=/^ *:-+ *$/,r=function(m){return n.test(m)?"right":d.test(m)?"center":u.test(m)?"left":null},i=function(m,f,b,g){g&&(m=m.replace(e,""));var y=m.trim().split("|");return y.map(r)},a=function(m,f,b,g){var y=b.inTable;b.inTable=!0;var _=f(m.trim(),b);b.inTable=y;var I=[[]];return _.forEach(function(L,V){L.type==="tableSeparator"?(!g||V!==0&&V!==_.length-1)&&I.push([]):(L.type==="text"&&(_[V+1]==null||_[V+1].type==="tableSeparator")&&(L.content=L.content.replace(t,"")),I[I.length-1].push(L))}),I},c=function(m,f,b,g){var y=m.trim().split(`
`);return y.map(function(_){return a(_,f,b,g)})},h=function(m){return function(f,b,g){g.inline=!0;var y=a(f[1],b,g,m),_=i(f[2],b,g,m),I=c(f[3],b,g,m);return g.inline=!1,{type:"table",header:y,align:_,cells:I}}};return{parseTable:h(!0),parseNpTable:h(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),Vt="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",vu=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,ns=/mailto:/i,bu=function(e,t,n){var d=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[d]){var u=t._defs[d];n.target=u.target,n.title=u.title}return t._refs=t._refs||{},t._refs[d]=t._refs[d]||[],t._refs[d].push(n),n},x=0,Wt={Array:{html:function(e,t,n){for(var d="",u=0;u<e.length;u++){var r=e[u];if(r.type==="text")for(r={type:"text",content:r.content};u+1<e.length&&e[u+1].type==="text";u++)r.content+=e[u+1].content;d+=t(r,n)}return d}},heading:{order:x++,match:U(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,n){return{level:e[1].length,content:Kt(t,e[2].trim(),n)}},html:function(e,t,n){return E("h"+e.level,t(e.content,n))}},nptable:{order:x++,match:U(Gt.NPTABLE_REGEX),parse:Gt.parseNpTable,html:null},lheading:{order:x++,match:U(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,n){return{type:"heading",level:e[2]==="="?1:2,content:Kt(t,e[1],n)}},html:null},hr:{order:x++,match:U(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:Ln,html:function(e,t,n){return'<hr aria-hidden="true">'}},codeBlock:{order:x++,match:U(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,n){var d=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:d}},html:function(e,t,n){var d=e.lang?"markdown-code-"+e.lang:void 0,u=E("code",Ee(e.content),{class:d});return E("pre",u)}},fence:{order:x++,match:U(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,n){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:x++,match:U(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,n){var d=e[0].replace(/^ *> ?/gm,"");return{content:t(d,n)}},html:function(e,t,n){return E("blockquote",t(e.content,n))}},list:{order:x++,match:function(e,t){var n=t.prevCapture==null?"":t.prevCapture[0],d=ts.exec(n),u=t._list||!t.inline;return d&&u?(e=d[1]+e,es.exec(e)):null},parse:function(e,t,n){var d=e[2],u=d.length>1,r=u?+d:void 0,i=e[0].replace(Ji,`
`).match(Yi),a=!1,c=i.map(function(h,m){var f=hu.exec(h),b=f?f[0].length:0,g=new RegExp("^ {1,"+b+"}","gm"),y=h.replace(g,"").replace(hu,""),_=m===i.length-1,I=y.indexOf(`

`)!==-1,L=I||_&&a;a=L;var V=n.inline,Et=n._list;n._list=!0;var H;L?(n.inline=!1,H=y.replace(gu,`

`)):(n.inline=!0,H=y.replace(gu,""));var Wr=t(H,n);return n.inline=V,n._list=Et,Wr});return{ordered:u,start:r,items:c}},html:function(e,t,n){var d=e.items.map(function(i){return E("li",t(i,n))}).join(""),u=e.ordered?"ol":"ul",r={start:e.start};return E(u,d,r)}},def:{order:x++,match:U(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,n){var d=e[1].replace(/\s+/g," ").toLowerCase(),u=e[2],r=e[3];return n._refs&&n._refs[d]&&n._refs[d].forEach(function(i){i.target=u,i.title=r}),n._defs=n._defs||{},n._defs[d]={target:u,title:r},{def:d,target:u,title:r}},html:function(){return""}},table:{order:x++,match:U(Gt.TABLE_REGEX),parse:Gt.parseTable,html:function(e,t,n){var d=function(c){return e.align[c]==null?"":"text-align:"+e.align[c]+";"},u=e.header.map(function(c,h){return E("th",t(c,n),{style:d(h),scope:"col"})}).join(""),r=e.cells.map(function(c){var h=c.map(function(m,f){return E("td",t(m,n),{style:d(f)})}).join("");return E("tr",h)}).join(""),i=E("thead",E("tr",u)),a=E("tbody",r);return E("table",i+a)}},newline:{order:x++,match:U(/^(?:\n *)*\n/),parse:Ln,html:function(e,t,n){return`
`}},paragraph:{order:x++,match:U(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:Ft,html:function(e,t,n){var d={class:"paragraph"};return E("div",t(e.content,n),d)}},escape:{order:x++,match:j(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,n){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:x++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:x++,match:j(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:x++,match:j(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,n){var d=e[1],u=e[1];return ns.test(u)||(u="mailto:"+u),{type:"link",content:[{type:"text",content:d}],target:u}},html:null},url:{order:x++,match:j(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:x++,match:j(new RegExp("^\\[("+Vt+")\\]\\("+vu+"\\)")),parse:function(e,t,n){var d={content:t(e[1],n),target:jn(e[2]),title:e[3]};return d},html:function(e,t,n){var d={href:Pn(e.target),title:e.title};return E("a",t(e.content,n),d)}},image:{order:x++,match:j(new RegExp("^!\\[("+Vt+")\\]\\("+vu+"\\)")),parse:function(e,t,n){var d={alt:e[1],target:jn(e[2]),title:e[3]};return d},html:function(e,t,n){var d={src:Pn(e.target),alt:e.alt,title:e.title};return E("img","",d,!1)}},reflink:{order:x++,match:j(new RegExp("^\\[("+Vt+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return bu(e,n,{type:"link",content:t(e[1],n)})},html:null},refimage:{order:x++,match:j(new RegExp("^!\\[("+Vt+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return bu(e,n,{type:"image",alt:e[1]})},html:null},em:{order:x,match:j(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,n){return{content:t(e[2]||e[1],n)}},html:function(e,t,n){return E("em",t(e.content,n))}},strong:{order:x,match:j(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:Ft,html:function(e,t,n){return E("strong",t(e.content,n))}},u:{order:x++,match:j(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:Ft,html:function(e,t,n){return E("u",t(e.content,n))}},del:{order:x++,match:j(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:Ft,html:function(e,t,n){return E("del",t(e.content,n))}},inlineCode:{order:x++,match:j(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,n){return{content:e[2].replace(Zi,"$1")}},html:function(e,t,n){return E("code",Ee(e.content))}},br:{order:x++,match:Nn(/^ {2,}\n/),parse:Ln,html:function(e,t,n){return"<br>"}},text:{order:x++,match:Nn(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,n){return{content:e[0]}},html:function(e,t,n){return Ee(e.content)}}},ds=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var n=function(d,u,r){return e[d.type][t](d,u,r)};return n},us=function(e){var t=function(n,d){return d=d||{},Array.isArray(n)?n.map(function(u){return t(u,d)}).join(""):e(n,t,d)};return t},Eu=function(e,t,n={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var d,u=e.Array||Wt.Array,r=u[t];if(!r)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var i=r,a=function(h,m){return m=m||d,d=m,Array.isArray(h)?i(h,a,m):e[h.type][t](h,a,m)},c=function(h,m){return d=_u(m,n),a(h,d)};return c},Qt=xu(Wt),Mu=function(e,t){return t=t||{},t.inline=!1,Qt(e,t)},rs=function(e,t){return t=t||{},t.inline=!0,Qt(e,t)},$u=function(e,t){var n=ku.test(e);return t=t||{},t.inline=!n,Qt(e,t)},Au=Eu(Wt,"html"),is=function(e,t){return Au(Mu(e,t),t)},ss={defaultRules:Wt,parserFor:xu,outputFor:Eu,inlineRegex:j,blockRegex:U,anyScopeRegex:Nn,parseInline:Kt,parseBlock:Xi,markdownToHtml:is,defaultBlockParse:Mu,defaultInlineParse:rs,defaultImplicitParse:$u,defaultHtmlOutput:Au,preprocess:yu,sanitizeText:Ee,sanitizeUrl:Pn,unescapeUrl:jn,htmlTag:E,defaultRawParse:Qt,ruleOutput:ds,htmlFor:us,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),$u.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};Bn.default=ss});var T=w($=>{"use strict";Object.defineProperty($,"__esModule",{value:!0});$.GuildNavigationRegex=$.SlashCommandRegex=$.SubtextRegex=$.HeadingRegex=$.TimestampRegex=$.TextRegex=$.StrikeThroughRegex=$.SpoilerRegex=$.EmoticonRegex=$.CodeBlockRegex=$.BlockQuoteRegex=$.HereRegex=$.EveryoneRegex=$.UserMentionRegex=$.RoleMentionRegex=$.EmojiRegex=$.ChannelMentionRegex=void 0;$.ChannelMentionRegex=/^<#(\d{17,20})>/;$.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;$.RoleMentionRegex=/^<@&(\d{17,20})>/;$.UserMentionRegex=/^<@!?(\d{17,20})>/;$.EveryoneRegex=/^@everyone/;$.HereRegex=/^@here/;$.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;$.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;$.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;$.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;$.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;$.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;$.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;$.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;$.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;$.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;$.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var Tu=w(Me=>{"use strict";var os=Me&&Me.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Me,"__esModule",{value:!0});Me.guildNavigation=void 0;var as=os(k()),ls=T();Me.guildNavigation={order:as.default.defaultRules.strong.order,match:e=>ls.GuildNavigationRegex.exec(e),parse:function(e){var t,n,d;let u=(t=e[2])!==null&&t!==void 0?t:e[3];if(u==="linked-roles"){let r=(d=(n=e[4])===null||n===void 0?void 0:n.slice(1))!==null&&d!==void 0?d:null;return{id:e[1],navigation:u,roleId:r}}else return{id:e[1],navigation:u}}}});var Cu=w(Ae=>{"use strict";var cs=Ae&&Ae.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ae,"__esModule",{value:!0});Ae.slashCommand=void 0;var fs=cs(k()),ps=T();Ae.slashCommand={order:fs.default.defaultRules.strong.order,match:e=>ps.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),n={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(n.subcommand=t[1]),t.length===3&&(n.subcommandGroup=t[1],n.subcommand=t[2]),n}}});var Su=w(Te=>{"use strict";var ms=Te&&Te.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Te,"__esModule",{value:!0});Te.everyone=void 0;var hs=ms(k()),gs=T();Te.everyone={order:hs.default.defaultRules.strong.order,match:e=>gs.EveryoneRegex.exec(e),parse:function(){return{}}}});var Ru=w(Xt=>{"use strict";Object.defineProperty(Xt,"__esModule",{value:!0});Xt.TwemojiRegex=void 0;Xt.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var Du=w(Ce=>{"use strict";var vs=Ce&&Ce.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ce,"__esModule",{value:!0});Ce.twemoji=void 0;var bs=vs(k()),$s=Ru();Ce.twemoji={order:bs.default.defaultRules.strong.order,match:e=>$s.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var Ou=w(Se=>{"use strict";var ys=Se&&Se.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Se,"__esModule",{value:!0});Se.channel=void 0;var _s=ys(k()),xs=T();Se.channel={order:_s.default.defaultRules.strong.order,match:e=>xs.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Iu=w(Re=>{"use strict";var ws=Re&&Re.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Re,"__esModule",{value:!0});Re.timestamp=void 0;var ks=ws(k()),Es=T();Re.timestamp={order:ks.default.defaultRules.strong.order,match:e=>Es.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var z=w(Yt=>{"use strict";Object.defineProperty(Yt,"__esModule",{value:!0});Yt.extend=void 0;var Ms=(e,t)=>Object.assign({},t,e);Yt.extend=Ms});var Lu=w(De=>{"use strict";var As=De&&De.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(De,"__esModule",{value:!0});De.blockQuote=void 0;var Ts=As(k()),Cs=z(),Ss=T();De.blockQuote=(0,Cs.extend)({match:function(e,t,n){return!/^$|\n *$/.test(n)||t.inQuote?null:Ss.BlockQuoteRegex.exec(e)},parse:function(e,t,n){let d=e[0],r=!!/^ *>>> ?/.exec(d)?/^ *>>> ?/:/^ *> ?/gm,i=d.replace(r,"");return{content:t(i,Object.assign({},n,{inQuote:!0})),type:"blockQuote"}}},Ts.default.defaultRules.blockQuote)});var Pu=w(Oe=>{"use strict";var Rs=Oe&&Oe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Oe,"__esModule",{value:!0});Oe.strikethrough=void 0;var Nu=Rs(k()),Ds=z(),Os=T();Oe.strikethrough=(0,Ds.extend)({match:Nu.default.inlineRegex(Os.StrikeThroughRegex)},Nu.default.defaultRules.del)});var Bu=w(Ie=>{"use strict";var Is=Ie&&Ie.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ie,"__esModule",{value:!0});Ie.codeBlock=void 0;var ju=Is(k()),Ls=z(),Ns=T();Ie.codeBlock=(0,Ls.extend)({match:ju.default.inlineRegex(Ns.CodeBlockRegex),parse:function(e,t,n){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:n.inQuote||!1}}},ju.default.defaultRules.codeBlock)});var Hu=w(Le=>{"use strict";var Ps=Le&&Le.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Le,"__esModule",{value:!0});Le.emoji=void 0;var js=Ps(k()),Bs=T();Le.emoji={order:js.default.defaultRules.strong.order,match:e=>Bs.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var qu=w(Ne=>{"use strict";var Hs=Ne&&Ne.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ne,"__esModule",{value:!0});Ne.role=void 0;var qs=Hs(k()),Us=T();Ne.role={order:qs.default.defaultRules.strong.order,match:e=>Us.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Uu=w(Pe=>{"use strict";var Fs=Pe&&Pe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Pe,"__esModule",{value:!0});Pe.autolink=void 0;var Gs=Fs(k()),Vs=z();Pe.autolink=(0,Vs.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Gs.default.defaultRules.autolink)});var Fu=w(je=>{"use strict";var Ks=je&&je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(je,"__esModule",{value:!0});je.here=void 0;var zs=Ks(k()),Ws=T();je.here={order:zs.default.defaultRules.strong.order,match:e=>Ws.HereRegex.exec(e),parse:function(){return{}}}});var Gu=w(Be=>{"use strict";var Qs=Be&&Be.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Be,"__esModule",{value:!0});Be.emoticon=void 0;var Xs=Qs(k()),Ys=T();Be.emoticon={order:Xs.default.defaultRules.text.order,match:e=>Ys.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var Vu=w(He=>{"use strict";var Zs=He&&He.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(He,"__esModule",{value:!0});He.user=void 0;var Js=Zs(k()),eo=T();He.user={order:Js.default.defaultRules.strong.order,match:e=>eo.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var Ku=w(Zt=>{"use strict";Object.defineProperty(Zt,"__esModule",{value:!0});Zt.spoiler=void 0;var to=T();Zt.spoiler={order:0,match:e=>to.SpoilerRegex.exec(e),parse:function(e,t,n){return{content:t(e[1],n)}}}});var zu=w(qe=>{"use strict";var no=qe&&qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(qe,"__esModule",{value:!0});qe.heading=void 0;var uo=no(k()),ro=z(),io=T();qe.heading=(0,ro.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?io.HeadingRegex.exec(e):null}},uo.default.defaultRules.heading)});var Wu=w(Ue=>{"use strict";var so=Ue&&Ue.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.subtext=void 0;var oo=so(k()),ao=T();Ue.subtext={order:oo.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?ao.SubtextRegex.exec(e):null},parse:function(e,t,n){return{content:t(e[1],n)}}}});var Qu=w(Fe=>{"use strict";var lo=Fe&&Fe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Fe,"__esModule",{value:!0});Fe.text=void 0;var co=lo(k()),fo=z(),po=T();Fe.text=(0,fo.extend)({match:e=>po.TextRegex.exec(e)},co.default.defaultRules.text)});var Xu=w(Ge=>{"use strict";var mo=Ge&&Ge.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ge,"__esModule",{value:!0});Ge.url=void 0;var ho=mo(k()),go=z();Ge.url=(0,go.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},ho.default.defaultRules.url)});var Zu=w(Ve=>{"use strict";var vo=Ve&&Ve.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ve,"__esModule",{value:!0});Ve.em=void 0;var bo=z(),Yu=vo(k());Ve.em=(0,bo.extend)({parse:function(e,t,n){let d=Yu.default.defaultRules.em.parse(e,t,Object.assign({},n,{inEmphasis:!0}));return n.inEmphasis?d.content:d}},Yu.default.defaultRules.em)});var er=w(Ke=>{"use strict";var $o=Ke&&Ke.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ke,"__esModule",{value:!0});Ke.br=void 0;var Ju=$o(k()),yo=z();Ke.br=(0,yo.extend)({match:Ju.default.anyScopeRegex(/^\n/)},Ju.default.defaultRules.br)});var nr=w(D=>{"use strict";var _o=D&&D.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(D,"__esModule",{value:!0});D.rulesExtended=D.rules=D.SimpleMarkdown=void 0;D.parse=tr;var ne=_o(k());D.SimpleMarkdown=ne.default;var xo=Tu(),wo=Cu(),ko=Su(),Eo=Du(),Mo=Ou(),Ao=Iu(),To=Lu(),Co=Pu(),So=Bu(),Ro=Hu(),Do=qu(),Oo=Uu(),Io=Fu(),Lo=Gu(),No=Vu(),Po=Ku(),jo=zu(),Bo=Wu(),Ho=Qu(),qo=Xu(),Uo=Zu(),Fo=er();D.rules={blockQuote:To.blockQuote,codeBlock:So.codeBlock,newline:ne.default.defaultRules.newline,escape:ne.default.defaultRules.escape,autolink:Oo.autolink,url:qo.url,em:Uo.em,strong:ne.default.defaultRules.strong,underline:ne.default.defaultRules.u,strikethrough:Co.strikethrough,inlineCode:ne.default.defaultRules.inlineCode,text:Ho.text,emoticon:Lo.emoticon,br:Fo.br,spoiler:Po.spoiler,heading:jo.heading,subtext:Bo.subtext,user:No.user,channel:Mo.channel,role:Do.role,emoji:Ro.emoji,everyone:ko.everyone,here:Io.here,twemoji:Eo.twemoji,timestamp:Ao.timestamp,slashCommand:wo.slashCommand,guildNavigation:xo.guildNavigation};D.rulesExtended=Object.assign(Object.assign({},D.rules),{link:ne.default.defaultRules.link});var Go=ne.default.parserFor(D.rules),Vo=ne.default.parserFor(D.rulesExtended);function tr(e,t="normal"){return t==="normal"?Go(e,{inline:!0}):Vo(e,{inline:!0})}D.default=tr});var pn=globalThis,rd=e=>e,Mt=pn.trustedTypes,id=Mt?Mt.createPolicy("lit-html",{createHTML:e=>e}):void 0,mn="$lit$",X=`lit$${Math.random().toFixed(9).slice(2)}$`,hn="?"+X,ni=`<${hn}>`,ae=document,nt=()=>ae.createComment(""),dt=e=>e===null||typeof e!="object"&&typeof e!="function",gn=Array.isArray,fd=e=>gn(e)||typeof e?.[Symbol.iterator]=="function",fn=`[ 	
\f\r]`,tt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,sd=/-->/g,od=/>/g,se=RegExp(`>|${fn}(?:([^\\s"'>=/]+)(${fn}*=${fn}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ad=/'/g,ld=/"/g,pd=/^(?:script|style|textarea|title)$/i,vn=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),o=vn(1),bn=vn(2),ml=vn(3),C=Symbol.for("lit-noChange"),l=Symbol.for("lit-nothing"),cd=new WeakMap,oe=ae.createTreeWalker(ae,129);function md(e,t){if(!gn(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return id!==void 0?id.createHTML(t):t}var hd=(e,t)=>{let n=e.length-1,d=[],u,r=t===2?"<svg>":t===3?"<math>":"",i=tt;for(let a=0;a<n;a++){let c=e[a],h,m,f=-1,b=0;for(;b<c.length&&(i.lastIndex=b,m=i.exec(c),m!==null);)b=i.lastIndex,i===tt?m[1]==="!--"?i=sd:m[1]!==void 0?i=od:m[2]!==void 0?(pd.test(m[2])&&(u=RegExp("</"+m[2],"g")),i=se):m[3]!==void 0&&(i=se):i===se?m[0]===">"?(i=u??tt,f=-1):m[1]===void 0?f=-2:(f=i.lastIndex-m[2].length,h=m[1],i=m[3]===void 0?se:m[3]==='"'?ld:ad):i===ld||i===ad?i=se:i===sd||i===od?i=tt:(i=se,u=void 0);let g=i===se&&e[a+1].startsWith("/>")?" ":"";r+=i===tt?c+ni:f>=0?(d.push(h),c.slice(0,f)+mn+c.slice(f)+X+g):c+X+(f===-2?a:g)}return[md(e,r+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),d]},ut=class e{constructor({strings:t,_$litType$:n},d){let u;this.parts=[];let r=0,i=0,a=t.length-1,c=this.parts,[h,m]=hd(t,n);if(this.el=e.createElement(h,d),oe.currentNode=this.el.content,n===2||n===3){let f=this.el.content.firstChild;f.replaceWith(...f.childNodes)}for(;(u=oe.nextNode())!==null&&c.length<a;){if(u.nodeType===1){if(u.hasAttributes())for(let f of u.getAttributeNames())if(f.endsWith(mn)){let b=m[i++],g=u.getAttribute(f).split(X),y=/([.?@])?(.*)/.exec(b);c.push({type:1,index:r,name:y[2],strings:g,ctor:y[1]==="."?Tt:y[1]==="?"?Ct:y[1]==="@"?St:ce}),u.removeAttribute(f)}else f.startsWith(X)&&(c.push({type:6,index:r}),u.removeAttribute(f));if(pd.test(u.tagName)){let f=u.textContent.split(X),b=f.length-1;if(b>0){u.textContent=Mt?Mt.emptyScript:"";for(let g=0;g<b;g++)u.append(f[g],nt()),oe.nextNode(),c.push({type:2,index:++r});u.append(f[b],nt())}}}else if(u.nodeType===8)if(u.data===hn)c.push({type:2,index:r});else{let f=-1;for(;(f=u.data.indexOf(X,f+1))!==-1;)c.push({type:7,index:r}),f+=X.length-1}r++}}static createElement(t,n){let d=ae.createElement("template");return d.innerHTML=t,d}};function le(e,t,n=e,d){if(t===C)return t;let u=d!==void 0?n._$Co?.[d]:n._$Cl,r=dt(t)?void 0:t._$litDirective$;return u?.constructor!==r&&(u?._$AO?.(!1),r===void 0?u=void 0:(u=new r(e),u._$AT(e,n,d)),d!==void 0?(n._$Co??=[])[d]=u:n._$Cl=u),u!==void 0&&(t=le(e,u._$AS(e,t.values),u,d)),t}var At=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:d}=this._$AD,u=(t?.creationScope??ae).importNode(n,!0);oe.currentNode=u;let r=oe.nextNode(),i=0,a=0,c=d[0];for(;c!==void 0;){if(i===c.index){let h;c.type===2?h=new ye(r,r.nextSibling,this,t):c.type===1?h=new c.ctor(r,c.name,c.strings,this,t):c.type===6&&(h=new Rt(r,this,t)),this._$AV.push(h),c=d[++a]}i!==c?.index&&(r=oe.nextNode(),i++)}return oe.currentNode=ae,u}p(t){let n=0;for(let d of this._$AV)d!==void 0&&(d.strings!==void 0?(d._$AI(t,d,n),n+=d.strings.length-2):d._$AI(t[n])),n++}},ye=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,d,u){this.type=2,this._$AH=l,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=d,this.options=u,this._$Cv=u?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=le(this,t,n),dt(t)?t===l||t==null||t===""?(this._$AH!==l&&this._$AR(),this._$AH=l):t!==this._$AH&&t!==C&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):fd(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==l&&dt(this._$AH)?this._$AA.nextSibling.data=t:this.T(ae.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:d}=t,u=typeof d=="number"?this._$AC(t):(d.el===void 0&&(d.el=ut.createElement(md(d.h,d.h[0]),this.options)),d);if(this._$AH?._$AD===u)this._$AH.p(n);else{let r=new At(u,this),i=r.u(this.options);r.p(n),this.T(i),this._$AH=r}}_$AC(t){let n=cd.get(t.strings);return n===void 0&&cd.set(t.strings,n=new ut(t)),n}k(t){gn(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,d,u=0;for(let r of t)u===n.length?n.push(d=new e(this.O(nt()),this.O(nt()),this,this.options)):d=n[u],d._$AI(r),u++;u<n.length&&(this._$AR(d&&d._$AB.nextSibling,u),n.length=u)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let d=rd(t).nextSibling;rd(t).remove(),t=d}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},ce=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,d,u,r){this.type=1,this._$AH=l,this._$AN=void 0,this.element=t,this.name=n,this._$AM=u,this.options=r,d.length>2||d[0]!==""||d[1]!==""?(this._$AH=Array(d.length-1).fill(new String),this.strings=d):this._$AH=l}_$AI(t,n=this,d,u){let r=this.strings,i=!1;if(r===void 0)t=le(this,t,n,0),i=!dt(t)||t!==this._$AH&&t!==C,i&&(this._$AH=t);else{let a=t,c,h;for(t=r[0],c=0;c<r.length-1;c++)h=le(this,a[d+c],n,c),h===C&&(h=this._$AH[c]),i||=!dt(h)||h!==this._$AH[c],h===l?t=l:t!==l&&(t+=(h??"")+r[c+1]),this._$AH[c]=h}i&&!u&&this.j(t)}j(t){t===l?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Tt=class extends ce{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===l?void 0:t}},Ct=class extends ce{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==l)}},St=class extends ce{constructor(t,n,d,u,r){super(t,n,d,u,r),this.type=5}_$AI(t,n=this){if((t=le(this,t,n,0)??l)===C)return;let d=this._$AH,u=t===l&&d!==l||t.capture!==d.capture||t.once!==d.once||t.passive!==d.passive,r=t!==l&&(d===l||u);u&&this.element.removeEventListener(this.name,this,d),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Rt=class{constructor(t,n,d){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=d}get _$AU(){return this._$AM._$AU}_$AI(t){le(this,t)}},gd={M:mn,P:X,A:hn,C:1,L:hd,R:At,D:fd,V:le,I:ye,H:ce,N:Ct,U:St,B:Tt,F:Rt},di=pn.litHtmlPolyfillSupport;di?.(ut,ye),(pn.litHtmlVersions??=[]).push("3.3.3");var vd=(e,t,n)=>{let d=n?.renderBefore??t,u=d._$litPart$;if(u===void 0){let r=n?.renderBefore??null;d._$litPart$=u=new ye(t.insertBefore(nt(),r),r,void 0,n??{})}return u._$AI(e),u};var Y=class extends Error{},$n=new URLSearchParams(location.search).get("as"),bd=$n&&/^\d+$/.test($n)?`?as=${$n}`:"";async function N(e,t,n=[]){let d={};if(t&&n.length){let i=new FormData;i.append("payload",JSON.stringify(t));for(let[a,c]of n)i.append(a,c,c.name);d={method:"POST",body:i}}else t&&(d={method:"POST",body:JSON.stringify(t),headers:{"Content-Type":"application/json"}});let u;try{u=await fetch(`/api${e}${bd}`,d)}catch{throw new Y("The playground has stopped. Start it again in the console.")}if(u.status===413)throw new Y("These files are too large together.");let r=await u.json().catch(()=>null);if(!u.ok)throw new Y(r?.message??"That did not work. The console says more.");if(r?.refused)throw new Y(r.refused);return r}var A={state:()=>N("/state"),messages:e=>N(`/channels/${e}/messages`),commands:e=>N(`/channels/${e}/commands`),send:(e,t,n,d)=>N(`/channels/${e}/messages`,{content:t,reply_to:d??null},n.map((u,r)=>[`files[${r}]`,u])),slash:(e,t,n,d)=>N(`/channels/${e}/slash`,{path:t,options:n},d.map(([u,r])=>[`option:${u}`,r])),autocomplete:(e,t,n,d)=>N(`/channels/${e}/autocomplete`,{path:t,options:n,focused:d}),press:(e,t)=>N(`/messages/${e}/press`,{custom_id:t}),select:(e,t,n)=>N(`/messages/${e}/select`,{custom_id:t,values:n}),dismiss:e=>N(`/messages/${e}/dismiss`,{}),react:(e,t,n)=>N(`/messages/${e}/react`,{emoji:t,remove:n}),edit:(e,t)=>N(`/messages/${e}/edit`,{content:t}),delete:e=>N(`/messages/${e}/delete`,{}),menu:(e,t)=>N(`/messages/${e}/menu`,{name:t}),submit:(e,t,n)=>N(`/modals/${e}`,{values:t},n.map(([d,u])=>[`field:${d}`,u]))};function $d(e,t,n){let d=500,u=()=>{let r=new WebSocket(`ws://${location.host}/api/live${bd}`);r.onmessage=i=>{let a=JSON.parse(i.data);a.t==="HELLO"&&(d=500,t()),e(a)},r.onclose=()=>{n(),setTimeout(u,d),d=Math.min(d*2,8e3)}};u()}function yd(e){let t=[],n=(d,u,r)=>{let i=r.filter(a=>a.type===1||a.type===2);i.length||t.push({path:d,description:u,options:r});for(let a of i)n(`${d} ${a.name}`,a.description,a.options??[])};for(let d of e)(d.type??1)===1&&n(d.name,d.description,d.options??[]);return t.sort((d,u)=>d.path.localeCompare(u.path))}function _d(e,t){let n=t.trim().toLowerCase(),d=e.filter(r=>r.path.startsWith(n)),u=e.filter(r=>!r.path.startsWith(n)&&r.path.includes(n));return[...d,...u]}function Dt(e){let t=e.options.filter(n=>n.required).map(n=>n.name);return{entry:e,chips:t,values:{}}}function Z(e,t){return e.options.find(n=>n.name===t)}function Ot(e){return e.entry.options.filter(t=>!e.chips.includes(t.name))}function yn(e,t){let n=t.filter(m=>e.startsWith(`/${m.path} `)).sort((m,f)=>f.path.length-m.path.length)[0];if(!n)return null;let d=Dt(n),u=e.slice(n.path.length+2),r=n.options.map(m=>m.name.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")),i=r.length?[...u.matchAll(new RegExp(`(?:^|\\s)(${r.join("|")}):\\s?`,"gu"))]:[],a=(m,f)=>{d.chips.includes(m)||d.chips.push(m),d.values[m]={text:f.trim()}},c=u.slice(0,i[0]?.index??u.length).trim(),h=d.chips[0]??n.options[0]?.name;return c&&h&&a(h,c),i.forEach((m,f)=>{a(m[1],u.slice(m.index+m[0].length,i[f+1]?.index??u.length))}),d}function _n(e,t){let n=t?.text.trim()??"";if(e.type===11)return t?.file||!e.required?null:"Choose a file.";if(!n&&t?.picked===void 0)return e.required?"This option is required. Specify a value.":"Give it a value, or remove it.";if(t?.picked!==void 0)return null;if(e.choices?.length||e.type===5||e.type>=6&&e.type<=9)return"Pick one from the list.";if(e.type===4&&!/^[+-]?\d+$/.test(n))return"Write a whole number.";if(e.type===10&&!Number.isFinite(Number(n)))return"Write a number.";if(e.type===4||e.type===10){if(e.min_value!==void 0&&Number(n)<e.min_value)return`The least is ${e.min_value}.`;if(e.max_value!==void 0&&Number(n)>e.max_value)return`The most is ${e.max_value}.`}return e.min_length&&n.length<e.min_length?`Write at least ${e.min_length} characters.`:e.max_length&&n.length>e.max_length?`Write at most ${e.max_length} characters.`:null}function xd(e,t){if(t.picked!==void 0)return t.picked;let n=t.text.trim();return e.type===4||e.type===10?Number(n):n}var s={me:"",bot:"",owner:"",users:new Map,guildName:"",channels:[],current:"",messages:new Map,entries:new Map,drafts:new Map,pending:[],unread:new Set,typing:new Map,status:{phase:"starting",detail:""},log:[],busy:new Set,failures:new Map,online:!0,loaded:!1,modal:null,modalError:"",modalBusy:!1,picture:null,sheet:null,editing:"",menus:new Map,toasts:[],drawer:"",membersShown:!0,logShown:!1},kd=()=>{};function Ed(e){kd=e}function p(){kd()}var M=()=>{let e=s.drafts.get(s.current);return e||s.drafts.set(s.current,e={text:"",files:[],reply:null,slash:null}),e},J=()=>s.channels.find(e=>e.id===s.current),pe=()=>s.entries.get(s.current)??[],Md=()=>s.menus.get(s.current)??[];function me(e){let t=((e.flags??0)&64)!==0,n=e.author.id===s.me,d=!t&&((e.flags??0)&128)===0;return{answer:d,use:d,edit:d&&n,dismiss:t,delete:!t&&(n||s.me===s.owner&&J()?.kind==="text")}}var Ad={user:e=>s.users.get(e)?.name,channel:e=>s.channels.find(t=>t.id===e)?.name},_e=e=>s.users.get(e.id)??{id:e.id,name:e.global_name||e.username,bot:!!e.bot},ui=0;function de(e){let t=++ui;s.toasts=[...s.toasts.filter(n=>n.text!==e),{id:t,text:e}],setTimeout(()=>{s.toasts=s.toasts.filter(n=>n.id!==t),p()},8e3),p()}async function ee(e){try{return await e}catch(t){de(t instanceof Y?t.message:"Something went wrong in the page."),t instanceof Y||console.error(t);return}}var rt=new Map,xn=new Map;function It(e,t){let n=rt.get(e);n?t(n):xn.set(e,t)}function ri(e,t){rt.set(e,t),rt.size>500&&rt.delete(rt.keys().next().value),xn.get(e)?.(t),xn.delete(e)}async function kn(e){s.current=e,s.unread.delete(e),s.drawer="",p(),await Td(e)}async function Td(e){await ee((async()=>{let[t,n]=await Promise.all([A.messages(e),A.commands(e)]);s.messages.set(e,t),Cd(e,n),s.loaded=!0,p()})())}function Cd(e,t){s.entries.set(e,yd(t)),s.menus.set(e,t.filter(n=>n.type===3).map(n=>n.name))}async function ii(){let e=s.current;e&&Cd(e,await A.commands(e).catch(()=>[])),p()}async function Sd(){let e=await A.state();Object.assign(s,{me:e.me,bot:e.bot,owner:e.owner,guildName:e.guild.name,channels:e.channels,status:e.status,log:e.log}),s.users=new Map(e.users.map(t=>[t.id,t])),s.current=e.channels[0].id,$d(si,()=>{s.online=!0,Td(s.current)},()=>{s.online=!1,p()}),p()}function si({t:e,d:t}){switch(e){case"MESSAGE_CREATE":oi(t);break;case"MESSAGE_UPDATE":{let{reactions:n,...d}=t;it(d);break}case"MESSAGE_DELETE":En(t.channel_id,t.id);break;case"MESSAGE_REACTION_ADD":wd(t,1);break;case"MESSAGE_REACTION_REMOVE":wd(t,-1);break;case"MESSAGE_REACTION_REMOVE_ALL":it({id:t.message_id,channel_id:t.channel_id,reactions:[]});break;case"TYPING_START":t.user_id!==s.me&&ai(t.channel_id);break;case"INTERACTION_ACK":t.state!=="pending"&&ri(String(t.id),t.state);break;case"MODAL_OPEN":Object.assign(s,{modal:{...t,id:String(t.id)},modalError:"",modalBusy:!1});break;case"HELLO":s.status=t.status;break;case"BOT_STATUS":t.phase!==s.status.phase&&(t.phase==="ready"||t.phase==="loading")&&ii(),s.status=t;break;case"BOT_LOG":s.log=[...s.log.slice(-299),t.line];break;case"CHANNEL_CREATE":case"GUILD_MEMBER_ADD":break}p()}function oi(e){let t=s.messages.get(e.channel_id)??[];if(s.typing.delete(e.channel_id),t.some(n=>n.id===e.id))return it(e);s.messages.has(e.channel_id)&&s.messages.set(e.channel_id,[...t,e]),e.channel_id!==s.current&&s.unread.add(e.channel_id)}function it(e){let t=s.messages.get(e.channel_id);t&&s.messages.set(e.channel_id,t.map(n=>n.id===e.id?{...n,...e}:n))}function En(e,t){let n=s.messages.get(e);n&&s.messages.set(e,n.filter(d=>d.id!==t))}function st(e){for(let t of s.messages.values()){let n=t.find(d=>d.id===e);if(n)return it({...n})}}function wd(e,t){let n=s.messages.get(e.channel_id)?.find(i=>i.id===e.message_id);if(!n)return;let d=e.user_id===s.me,u=i=>(i.id??i.name)===(e.emoji.id??e.emoji.name),r=(n.reactions??[]).map(i=>u(i.emoji)?{...i,count:i.count+t,me:d?t>0:i.me}:i);t>0&&!r.some(i=>u(i.emoji))&&r.push({emoji:e.emoji,count:1,me:d}),it({...n,reactions:r.filter(i=>i.count>0)})}function ai(e){s.typing.set(e,Date.now()+9500),setTimeout(()=>{(s.typing.get(e)??0)<=Date.now()&&(s.typing.delete(e),p())},1e4)}var li="This interaction failed",An=10*1024*1024;async function Tn(){let e=M(),t=s.current,n=e.text.trim();if(!n&&!e.files.length)return;if(n.length>2e3)return de(`Your message is too long: ${n.length} of 2000 characters.`);s.drafts.set(t,{text:"",files:[],reply:null,slash:null}),p(),await ee(A.send(t,n,e.files,e.reply?.id))||(s.drafts.set(t,e),p())}function Rd(e){for(let t of e.chips){let n=_n(Z(e.entry,t),e.values[t]);if(n)return e.error={name:t,text:n},!1}return e.error=void 0,!0}function Cn(e,t){let n={};for(let d of e.chips){let u=Z(e.entry,d),r=e.values[d];d===t||u.type===11||!r||_n(u,r)||(n[d]=xd(u,r))}return n}async function Lt(e){let t=s.current,n=e.chips.flatMap(i=>{let a=e.values[i]?.file;return a?[[i,a]]:[]}),d=M();s.drafts.set(t,{text:"",files:[],reply:null,slash:null}),p();let u=await ee(A.slash(t,e.entry.path,Cn(e),n));if(!u)return s.drafts.set(t,{...d,slash:e}),p();let r={id:u.interaction,channel:t,path:e.entry.path,failed:!1};s.pending=[...s.pending,r],It(u.interaction,i=>{s.pending=i==="done"?s.pending.filter(a=>a.id!==r.id):s.pending.map(a=>a.id===r.id?{...a,failed:!0}:a),p()}),p()}var Dd=e=>{s.pending=s.pending.filter(t=>t.id!==e),p()};async function Sn(e,t,n){let d=`${e.id}:${t}`,u=i=>{s.busy.delete(d),i&&s.failures.set(e.id,i),st(e.id),p()};s.busy.add(d),s.failures.delete(e.id),st(e.id),p();let r=await ee(n);r?It(r.interaction,i=>u(i==="failed"?li:"")):u("")}var Od=(e,t)=>Sn(e,t,A.press(e.id,t)),Id=(e,t,n)=>Sn(e,t,A.select(e.id,t,n)),Ld=(e,t)=>Sn(e,`menu:${t}`,A.menu(e.id,t)),Nt=(e,t,n)=>ee(A.react(e.id,t,n)),Nd=e=>ee(A.delete(e.id));function ot(e){M().reply=e,p(),document.querySelector(".composer textarea")?.focus()}function he(e){let t=s.editing;s.editing=e.id;for(let d of[t,e.id])st(d);p();let n=document.querySelector(".editing textarea");n?.focus(),n?.setSelectionRange(n.value.length,n.value.length)}function Pt(){let e=s.editing;s.editing="",st(e),p(),document.querySelector(".composer textarea")?.focus()}async function Rn(e,t){let n=t.trim();(n===e.content||await ee(A.edit(e.id,n)))&&Pt()}async function jt(e){await ee(A.dismiss(e.id))&&En(e.channel_id,e.id),p()}async function Pd(e,t){let n=s.modal;if(!n)return;s.modalBusy=!0,s.modalError="",p();let d=u=>{s.modal===n?Object.assign(s,{modalError:u,modalBusy:!1}):de(u),p()};try{let u=await A.submit(n.id,e,t);It(u.interaction,r=>{if(r==="failed")return d("Something went wrong. Try again.");s.modal===n&&(s.modal=null),p()})}catch(u){d(u.message)}}function at(e){let t=M();for(let n of e)if(n.size>An)de(`${n.name} is too large: files may have up to 10 MB.`);else if(t.files.length>=10){de("A message can carry 10 files.");break}else t.files=[...t.files,n];p()}var B={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},R=e=>(...t)=>({_$litDirective$:e,values:t}),P=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,d){this._$Ct=t,this._$AM=n,this._$Ci=d}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var ge=class extends P{constructor(t){if(super(t),this.it=l,t.type!==B.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===l||t==null)return this._t=void 0,this.it=t;if(t===C)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let n=[t];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};ge.directiveName="unsafeHTML",ge.resultType=1;var Sl=R(ge);var lt=class extends ge{};lt.directiveName="unsafeSVG",lt.resultType=2;var jd=R(lt);var Bd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Fd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Gd=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-corner-up-left"
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
  <path d="M20 20v-7a4 4 0 0 0-4-4H4" />
  <path d="M9 14 4 9l5-5" />
</svg>
`;var Vd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Kd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var zd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Wd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Qd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Xd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Yd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Zd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Jd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var eu=`<!-- @license lucide-static v1.62.0 - ISC -->
<svg
  class="lucide lucide-paperclip"
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
  <path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551" />
</svg>
`;var tu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var nu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var du=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var uu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ru=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var iu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var su=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ou=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var au=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var lu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Pi={arrowDown:Bd,atSign:Hd,check:qd,chevronDown:Ud,copy:Fd,cornerUpLeft:Gd,download:Vd,ellipsis:Kd,externalLink:zd,eye:Wd,fileText:Qd,grid:Yd,hash:Xd,lock:Zd,menu:Jd,paperclip:eu,pencil:tu,plus:nu,reply:du,scrollText:uu,send:ru,smile:iu,trash:su,alert:ou,users:au,x:lu},ji=Object.fromEntries(Object.entries(Pi).map(([e,t])=>[e,t.slice(t.indexOf(">",t.indexOf("<svg"))+1,t.lastIndexOf("</svg>"))]));function v(e){return bn`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${jd(ji[e])}</svg>`}function te(){return bn`<svg class="drop" viewBox="0 0 48 48" aria-hidden="true">
    <path class="drop-body" d="M24 5c6.5 8.6 12.6 15.2 12.6 23.2C36.6 35.6 31 41 24 41s-12.6-5.4-12.6-12.8C11.4 20.2 17.5 13.6 24 5Z"/>
    <path class="drop-light" d="M17.2 28.4c0 4.2 2.9 7.2 6.6 7.6"/>
  </svg>`}var Dn=new Map;function q(e){if(e.bot)return o`<span class="avatar avatar-bot" aria-hidden="true">${te()}</span>`;let t=Dn.get(e.id);return t===void 0&&Dn.set(e.id,t=Dn.size%6),o`<span class="avatar tone-${t}" aria-hidden="true">${[...e.name][0]?.toUpperCase()??"?"}</span>`}var{I:Bi}=gd,cu=e=>e;var Bt=e=>e.strings===void 0,fu=()=>document.createComment(""),xe=(e,t,n)=>{let d=e._$AA.parentNode,u=t===void 0?e._$AB:t._$AA;if(n===void 0){let r=d.insertBefore(fu(),u),i=d.insertBefore(fu(),u);n=new Bi(r,i,e,e.options)}else{let r=n._$AB.nextSibling,i=n._$AM,a=i!==e;if(a){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==i._$AU&&n._$AP(c)}if(r!==u||a){let c=n._$AA;for(;c!==r;){let h=cu(c).nextSibling;cu(d).insertBefore(c,u),c=h}}}return n},ue=(e,t,n=e)=>(e._$AI(t,n),e),Hi={},we=(e,t=Hi)=>e._$AH=t,pu=e=>e._$AH,Ht=e=>{e._$AR(),e._$AA.remove()};var ct=R(class extends P{constructor(e){if(super(e),e.type!==B.PROPERTY&&e.type!==B.ATTRIBUTE&&e.type!==B.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Bt(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===C||t===l)return t;let n=e.element,d=e.name;if(e.type===B.PROPERTY){if(t===n[d])return C}else if(e.type===B.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(d))return C}else if(e.type===B.ATTRIBUTE&&n.getAttribute(d)===t+"")return C;return we(e),t}});var ft=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let d of n)d._$AO?.(t,!1),ft(d,t);return!0},qt=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},mu=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),Fi(t)}};function qi(e){this._$AN!==void 0?(qt(this),this._$AM=e,mu(this)):this._$AM=e}function Ui(e,t=!1,n=0){let d=this._$AH,u=this._$AN;if(u!==void 0&&u.size!==0)if(t)if(Array.isArray(d))for(let r=n;r<d.length;r++)ft(d[r],!1),qt(d[r]);else d!=null&&(ft(d,!1),qt(d));else ft(this,e)}var Fi=e=>{e.type==B.CHILD&&(e._$AP??=Ui,e._$AQ??=qi)},Ut=class extends P{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,n,d){super._$AT(t,n,d),mu(this),this.isConnected=t._$AU}_$AO(t,n=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),n&&(ft(this,t),qt(this))}setValue(t){if(Bt(this._$Ct))this._$Ct._$AI(t,this);else{let n=[...this._$Ct._$AH];n[this._$Ci]=t,this._$Ct._$AI(n,this,0)}}disconnected(){}reconnected(){}};var ke=()=>new In,In=class{},On=new WeakMap,K=R(class extends Ut{render(e){return l}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),l}rt(e){if(this.G!==void 0)if(this.isConnected||(e=void 0),typeof this.G=="function"){let t=this.ht??globalThis,n=On.get(t);n===void 0&&(n=new WeakMap,On.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}get lt(){return typeof this.G=="function"?On.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var be=ti(nr(),1);var dr={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}},Ko=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]],zo=new Intl.RelativeTimeFormat("en",{numeric:"always"});function O(e,t,n=Date.now()){if(Number.isNaN(e.getTime()))return"Invalid date";if(t!=="R")return new Intl.DateTimeFormat(void 0,dr[t]??dr.f).format(e);let d=Math.round((e.getTime()-n)/1e3),[u,r]=Ko.find(([,i])=>Math.abs(d)>=i)??["second",1];return zo.format(Math.trunc(d/r),u)}function ur(e){let t=new Date(e),n=new Date;return t.toDateString()===n.toDateString()?O(t,"t"):`${O(t,"d")}, ${O(t,"t")}`}var Hn=new Set;setInterval(()=>Hn.forEach(e=>e.refresh()),1e3);var qn=class extends HTMLElement{static observedAttributes=["unix","format"];connectedCallback(){this.format==="R"&&Hn.add(this),this.refresh()}disconnectedCallback(){Hn.delete(this)}attributeChangedCallback(){this.isConnected&&this.refresh()}get format(){return this.getAttribute("format")||"f"}refresh(){let t=new Date(Number(this.getAttribute("unix"))*1e3),n=O(t,this.format);this.textContent!==n&&(this.textContent=n),this.title=O(t,"F")}};customElements.define("ink-time",qn);var Wo=/^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/,Qo=/^(#{1,3}) +([^\n]+?)(\n|$)/,Xo=/^-# +([^\n]+?)(\n|$)/,Yo=/^( *)([-*]|\d{1,9}\.) +(.*)$/,Zo=e=>!e.prevCapture||/\n$/.test(e.prevCapture[0]),Fn=e=>(t,n)=>Zo(n)?e.exec(t):null,Jo={...be.rulesExtended.heading,match:Fn(Qo)},ea={...be.rulesExtended.subtext,match:Fn(Xo)},ta={order:be.SimpleMarkdown.defaultRules.blockQuote.order,match:Fn(Wo),parse:(e,t,n)=>({items:e[0].trimEnd().split(`
`).map(u=>Yo.exec(u)).map(([,u,r,i])=>({depth:Math.min(Math.floor(u.length/2),4),ordered:r.length>1,number:Number.parseInt(r,10),content:t(i,{...n,prevCapture:null})}))})},na=be.SimpleMarkdown.parserFor({...be.rulesExtended,heading:Jo,subtext:ea,list:ta});function ir(e,t){if(!e)return l;let n;try{n=na(e,{inline:!0})}catch{return e}return Un(n,t)}function Gn(e){return e.replace(/<a?:(\w+):\d+>/g,":$1:").replace(/<t:(-?\d+)(?::(\w))?>/g,(t,n,d)=>O(new Date(Number(n)*1e3),d??"f")).replace(/[*_~`|>#]+/g,"").replace(/\s+/g," ").trim()}function Un(e,t){return typeof e=="string"?e:Array.isArray(e)?e.map(n=>ua(n,t)):l}function pt(e){try{let t=new URL(e);return t.protocol==="https:"||t.protocol==="http:"?t.href:null}catch{return null}}function da(e,t){let n=pt(e);return n?o`<a href=${n} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`:t}function rr(e){if(e instanceof KeyboardEvent&&e.key!=="Enter"&&e.key!==" ")return;e.preventDefault();let t=e.currentTarget;t.classList.add("revealed"),t.removeAttribute("role"),t.removeAttribute("tabindex"),t.removeAttribute("aria-label")}var ve=e=>o`<span class="mention">${e}</span>`;function ua(e,t){let n=()=>Un(e.content,t);switch(e.type){case"text":return e.content;case"strong":return o`<strong>${n()}</strong>`;case"em":return o`<em>${n()}</em>`;case"underline":return o`<u>${n()}</u>`;case"strikethrough":return o`<s>${n()}</s>`;case"inlineCode":return o`<code>${e.content}</code>`;case"codeBlock":return o`<pre tabindex="0"><code>${e.content}</code></pre>`;case"blockQuote":return o`<blockquote>${n()}</blockquote>`;case"link":case"url":case"autolink":return da(e.target,n());case"spoiler":return o`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler, press to reveal" @click=${rr}
        @keydown=${rr}><span>${n()}</span></span>`;case"heading":return o`<div class="heading heading-${e.level}" role="heading" aria-level=${e.level+2}>${n()}</div>`;case"subtext":return o`<div class="subtext">${n()}</div>`;case"list":return o`<div class="list" role="list">${e.items.map(d=>o`<div class="item depth-${d.depth}"
        role="listitem"><span class="bullet">${d.ordered?`${d.number}.`:d.depth?"\u25E6":"\u2022"}</span><span>${Un(d.content,t)}</span></div>`)}</div>`;case"user":return ve(`@${t.user(e.id)??"unknown-user"}`);case"channel":return ve(`#${t.channel(e.id)??"unknown"}`);case"role":return ve("@role");case"everyone":return ve("@everyone");case"here":return ve("@here");case"slashCommand":return ve(`/${e.fullName}`);case"guildNavigation":return ve(`#${e.navigation}`);case"emoji":return o`<span title=":${e.name}:">:${e.name}:</span>`;case"twemoji":return e.name;case"timestamp":return o`<ink-time class="timestamp" unix=${e.timestamp} format=${e.format??"f"}></ink-time>`;case"br":case"newline":return`
`;default:return n()}}var W=e=>ir(e??"",Ad),ze=(e,t)=>K(n=>{n&&t&&n.style.setProperty(e,t)}),mt=e=>e==null?null:`#${e.toString(16).padStart(6,"0")}`;function Jt(e){return e?.name?e.id?o`<span class="emoji" title=":${e.name}:">:${e.name}:</span>`:o`<span class="emoji">${e.name}</span>`:l}var We=e=>e<1024?`${e} bytes`:e<1048576?`${(e/1024).toFixed(1)} KB`:`${(e/1048576).toFixed(1)} MB`,$e=e=>e?.url?.startsWith("/cdn/")?e.url:null,Qe=e=>{try{return decodeURIComponent(new URL(e,location.origin).pathname.split("/").pop()||"file")}catch{return"file"}},ht=/\.(png|jpe?g|gif|webp)$/i,Vn=e=>`${e}${e.includes("?")?"&":"?"}download=1`;function en(e){e&&(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0}),e.focus({preventScroll:!0}),e.scrollIntoView({block:"nearest"}))}function gt(e,t,n=()=>{}){return o`<div class="popup ${e}" tabindex="0" role="group" aria-label="Suggestions" @keydown=${u=>{u.key==="Escape"&&(u.stopPropagation(),u.currentTarget.closest(".composer")?.querySelector("textarea, .chip-more")?.focus())}} @blur=${n}
    @mousedown=${u=>u.preventDefault()}>${t}</div>`}var sr=(e,t,n)=>{let d=new Map;for(let u=t;u<=n;u++)d.set(e[u],u);return d},vt=R(class extends P{constructor(e){if(super(e),e.type!==B.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let d;n===void 0?n=t:t!==void 0&&(d=t);let u=[],r=[],i=0;for(let a of e)u[i]=d?d(a,i):i,r[i]=n(a,i),i++;return{values:r,keys:u}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,d]){let u=pu(e),{values:r,keys:i}=this.dt(t,n,d);if(!Array.isArray(u))return this.ut=i,r;let a=this.ut??=[],c=[],h,m,f=0,b=u.length-1,g=0,y=r.length-1;for(;f<=b&&g<=y;)if(u[f]===null)f++;else if(u[b]===null)b--;else if(a[f]===i[g])c[g]=ue(u[f],r[g]),f++,g++;else if(a[b]===i[y])c[y]=ue(u[b],r[y]),b--,y--;else if(a[f]===i[y])c[y]=ue(u[f],r[y]),xe(e,c[y+1],u[f]),f++,y--;else if(a[b]===i[g])c[g]=ue(u[b],r[g]),xe(e,u[f],u[b]),b--,g++;else if(h===void 0&&(h=sr(i,g,y),m=sr(a,f,b)),h.has(a[f]))if(h.has(a[b])){let _=m.get(i[g]),I=_!==void 0?u[_]:null;if(I===null){let L=xe(e,u[f]);ue(L,r[g]),c[g]=L}else c[g]=ue(I,r[g]),xe(e,u[f],I),u[_]=null;g++}else Ht(u[b]),b--;else Ht(u[f]),f++;for(;g<=y;){let _=xe(e,c[y+1]);ue(_,r[g]),c[g++]=_}for(;f<=b;){let _=u[f++];_!==null&&Ht(_)}return this.ut=i,we(e,c),C}});var bt=":more",Q=null,S=-1,nn="",Xe={key:"",offers:[],waiting:!1},Kn=0,oa=e=>`[data-chip="${CSS.escape(e)}"]`;function F(e){let t=document.querySelector(`.slash ${oa(e??bt)}`);t?.focus(),(t instanceof HTMLTextAreaElement||t instanceof HTMLInputElement&&t.type==="text")&&t.setSelectionRange(t.value.length,t.value.length)}function yt(e){return!!e.choices?.length||e.type===5||e.type>=6&&e.type<10}function dn(e,t){let n=e.values[t.name]?.picked===void 0?(e.values[t.name]?.text??"").trim().toLowerCase():"",d=u=>u.filter(r=>r.name.toLowerCase().includes(n)).slice(0,25);return t.autocomplete?Xe.key===`${e.entry.path} ${t.name}`?Xe.offers:[]:t.choices?.length?d(t.choices):t.type===5?d([{name:"True",value:!0},{name:"False",value:!1}]):t.type===7?d(s.channels.filter(u=>u.kind==="text").map(u=>({name:`#${u.name}`,value:u.id}))):t.type===8?[]:t.type>=6&&t.type<10?d([...s.users.values()].map(u=>({name:u.name,value:u.id}))):[]}async function cr(e,t){let n=++Kn,d=`${e.entry.path} ${t.name}`;if(Xe.key!==d&&(Xe={key:d,offers:[],waiting:!0}),await new Promise(i=>setTimeout(i,150)),n!==Kn)return;let u={...Cn(e,t.name),[t.name]:aa(t,e)},r=await A.autocomplete(s.current,e.entry.path,u,t.name).catch(()=>[]);n===Kn&&(Xe={key:d,offers:r,waiting:!1},p())}var aa=(e,t)=>t.values[e.name]?.text??"";function fr(e,t,n){e.values[t.name]={text:n.name,picked:n.value},e.error?.name===t.name&&(e.error=void 0),pr(e,t.name)}function pr(e,t){let d=e.chips.slice(e.chips.indexOf(t)+1).find(u=>!e.values[u]?.text&&!e.values[u]?.file);p(),F(d??null)}function Xn(e,t){e.chips.push(t.name),nn="",p(),F(t.name)}function la(e,t){let n=e.chips.indexOf(t);e.chips.splice(n,1),delete e.values[t],e.error?.name===t&&(e.error=void 0),p(),F(e.chips[n-1]??e.chips[n]??null)}function tn(e=""){M().slash=null,M().text=e,Q=null,p(),document.querySelector(".composer textarea")?.focus()}function ca(e){for(let t of e.chips){let n=Z(e.entry,t),d=e.values[t];if(!d||d.picked!==void 0||!yt(n))continue;let u=d.text.trim().toLowerCase(),r=dn({...e,values:{}},n).find(i=>i.name.toLowerCase()===u);r&&(e.values[t]={text:r.name,picked:r.value})}}function mr(e){ca(e),Rd(e)?(Q=null,Lt(e).then(()=>document.querySelector(".composer textarea")?.focus())):(p(),F(e.error.name))}function fa(e,t,n){let d=/(?:^|\s)([-_'\p{L}\p{N}]{1,32}):\s?$/u.exec(n),u=d&&Z(e.entry,d[1]);if(!u)return!1;let r=n.slice(0,d.index).trim();return(u!==t||!r)&&(e.values[t.name]={text:r}),e.chips.includes(u.name)||e.chips.push(u.name),p(),F(u.name),!0}function pa(e,t,n){fa(e,t,n)||(e.values[t.name]={text:n},e.error?.name===t.name&&(e.error=void 0),S=yt(t)?0:-1,t.autocomplete&&cr(e,t),p())}function zn(e,t,n){if(e.isComposing)return;let d=n?dn(t,n):hr(t),u=i=>n?fr(t,n,i):Xn(t,i),r=e.target;if(d.length&&(e.key==="ArrowDown"||e.key==="ArrowUp"))return e.preventDefault(),S=e.key==="ArrowDown"?(S+1)%d.length:(Math.max(S,0)-1+d.length)%d.length,p(),document.getElementById(`offer-${S}`)?.scrollIntoView({block:"nearest"});if(e.key==="Enter"){e.preventDefault();let i=n&&t.values[n.name],a=S>=0&&(!n||i?.picked===void 0)?d[S]:void 0;return a?u(a):mr(t)}if(e.key==="Tab"&&!e.shiftKey&&S>=0&&d[S]&&r.value&&(!n||t.values[n.name]?.picked===void 0))return e.preventDefault(),u(d[S]);if(e.key==="Escape")return e.preventDefault(),tn();if(e.key==="Backspace"&&!r.value&&r.type!=="file"){if(e.preventDefault(),!n)return t.chips.length?F(t.chips.at(-1)):tn(`/${t.entry.path}`);if(!n.required)return la(t,n.name);let i=t.chips.indexOf(n.name);i>0?F(t.chips[i-1]):tn(`/${t.entry.path}`)}}function ma(e,t){let n=t.endsWith(":")&&Ot(e).find(d=>d.name===t.slice(0,-1).trim());if(n)return Xn(e,n);nn=t,S=t?0:-1,p()}var hr=e=>Ot(e).filter(t=>t.name.includes(nn.trim().toLowerCase().replace(/:$/,"")));function Wn(e,t){Q=e;let n=Z(t.entry,e);S=n&&yt(n)?0:-1,n?.autocomplete&&cr(t,n),p()}function gr(e){let t=Q&&Q!==bt?Z(e.entry,Q):void 0,n=Ot(e);return o`${t?va(e,t):Q===bt&&n.length?ba(e):l}
    <div class="slash-head" id="slash-about"><b>/${e.entry.path}</b><span>${e.error?o`<span class="failure" role="alert">${e.error.name}: ${e.error.text}</span>`:t?o`${t.name}${t.description!=="\u2026"?` \u2014 ${t.description}`:l}`:e.entry.description}</span></div>
    <div class="entry slash" role="group" aria-label="/${e.entry.path}">
      <button type="button" class="ghost" aria-label="Leave this command" title="Leave this command" @click=${()=>tn()}>${v("x")}</button>
      <div class="chips"><span class="slash-name">/${e.entry.path}</span>${vt(e.chips,d=>d,d=>ha(e,Z(e.entry,d)))}
        ${n.length||!e.chips.length?o`<input type="text" class="chip-more" data-chip=${bt} autocomplete="off" aria-label="Add an option" placeholder=${n.length?`+${n.length} optional`:"Press Enter to send"}
          .value=${ct(nn)} @input=${d=>ma(e,d.target.value)}
          @focus=${()=>Wn(bt,e)} @blur=${()=>$t()} @keydown=${d=>zn(d,e,null)}>`:l}</div>
      <button type="button" class="ghost send" aria-label="Send command" @click=${()=>mr(e)}>${v("send")}</button>
    </div>`}function $t(){setTimeout(()=>{document.activeElement?.closest(".slash, .popup")||(Q=null,p())},100)}function ha(e,t){let n=e.values[t.name],d=e.error?.name===t.name,u=`chip ${d?"wrong":""} ${Q===t.name?"focused":""}`;if(t.type===11)return o`<label class="${u} chip-file"><span class="chip-name">${t.name}</span><span class="chip-value">${n?.file?`${n.file.name} \xB7 ${We(n.file.size)}`:"Choose a file"}</span>
      <input type="file" data-chip=${t.name} aria-label=${t.name} @focus=${()=>Wn(t.name,e)} @blur=${$t} @keydown=${a=>{(a.key!=="Enter"||n?.file)&&zn(a,e,t)}}
        @change=${a=>ga(e,t,a.target.files?.[0])}></label>`;let r=Q===t.name&&dn(e,t).length>0,i=K(a=>{a&&or(a)});return o`<label class=${u}><span class="chip-name">${t.name}</span><textarea rows="1" data-chip=${t.name} aria-label=${t.name} aria-describedby="slash-about"
    aria-invalid=${d?"true":l} aria-haspopup=${yt(t)||t.autocomplete?"listbox":l}
    aria-controls=${r?"offers":l} aria-activedescendant=${r&&S>=0?`offer-${S}`:l} spellcheck="false" inputmode=${t.type===4?"numeric":t.type===10?"decimal":l}
    .value=${ct(n?.text??"")} ${i} @input=${a=>{let c=a.target;pa(e,t,c.value.replace(/\s*\n\s*/g," ")),or(c)}}
    @focus=${()=>Wn(t.name,e)} @blur=${$t} @keydown=${a=>zn(a,e,t)}></textarea></label>`}function or(e){CSS.supports("field-sizing","content")||(e.style.width=`${Math.min(Math.max(e.value.length+1,4),60)}ch`)}function ga(e,t,n){if(n){if(n.size>An)return de(`${n.name} is too large: files may have up to 10 MB.`);e.values[t.name]={text:n.name,file:n},pr(e,t.name)}}function va(e,t){let n=dn(e,t),d=t.autocomplete&&Xe.waiting;return e.values[t.name]?.picked!==void 0&&!t.autocomplete?l:n.length?gt("",o`<div class="popup-head">${t.name}</div><div id="offers" role="listbox" aria-label=${t.name}>${n.map((u,r)=>vr(r,u.name,u.about??"",()=>fr(e,t,u)))}</div>`,$t):d?o`<div class="popup quiet">Asking Inkling…</div>`:yt(t)?o`<div class="popup quiet">Nothing here matches.</div>`:l}function ba(e){let t=hr(e);return t.length?gt("",o`<div class="popup-head">Optional</div><div id="offers" role="listbox" aria-label="Options">${t.map((n,d)=>vr(d,n.name,n.description,()=>Xn(e,n)))}</div>`,$t):o`<div class="popup quiet">No option has this name.</div>`}function vr(e,t,n,d){return o`<div id="offer-${e}" role="option" class="choice" aria-selected=${e===S?"true":"false"}
    @pointermove=${()=>{S!==e&&(S=e,p())}} @click=${d}><span class="choice-line"><b>${t}</b></span>${n&&n!=="\u2026"?o`<span class="choice-about">${n}</span>`:l}</div>`}var G=0,$r="",yr=()=>M().text.startsWith("/")&&M().text!==$r?M().text.slice(1):null,_r=()=>{let e=yr();return e===null||e.includes(`
`)?[]:_d(pe(),e)};function xr(e){let t=M();t.slash=Dt(e),t.text="",p(),F(t.slash.chips[0]??null)}function wr(e){let t=M();t.slash=yn(e,pe()),t.text=t.slash?"":e,p(),t.slash?F(t.slash.chips[0]??null):document.querySelector(".composer textarea")?.focus()}function $a(e){let t=e.target,n=M();if(n.text=t.value,G=0,n.slash=yn(t.value,pe()),n.slash){n.text="";let d=n.slash.chips;p(),F(d.findLast(u=>n.slash?.values[u])??d[0]??null)}else p()}function ya(e){if(e.isComposing)return;let t=_r();if(t.length){if(e.key==="ArrowDown"||e.key==="ArrowUp")return G=(G+(e.key==="ArrowDown"?1:-1)+t.length)%t.length,e.preventDefault(),p(),document.getElementById(`command-${G}`)?.scrollIntoView({block:"nearest"});if(e.key==="Tab"&&!e.shiftKey||e.key==="Enter"){e.preventDefault();let n=t[G];return e.key==="Enter"&&!n.options.length?void Lt(Dt(n)):xr(n)}}if(e.key==="ArrowUp"&&!M().text){let n=(s.messages.get(s.current)??[]).findLast(d=>me(d).edit);n&&(e.preventDefault(),he(n));return}if(e.key==="Escape")return $r=M().text,M().reply=null,p();e.key==="Enter"&&!e.shiftKey&&(e.preventDefault(),Tn())}function _a(e){let t=e.clipboardData?.files;t?.length&&(e.preventDefault(),at(t))}function kr(){let e=J(),t=M(),n=_r();G>=n.length&&(G=0);let d=e?`Message ${e.kind==="dm"?"@":"#"}${e.name}`:"Message";return t.slash?o`<div class="composer">${gr(t.slash)}</div>`:o`<div class="composer">
    ${n.length?xa(n):yr()!==null&&!n.length?o`<div class="popup quiet">${pe().length?"No command matches. Press Enter to send this as a message.":"Inkling has not registered its commands yet."}</div>`:l}
    ${t.reply?o`<div class="reply-bar"><span>Replying to <b>${_e(t.reply.author).name}</b></span><button type="button" class="ghost"
      aria-label="Cancel reply" @click=${()=>{t.reply=null,p()}}>${v("x")}</button></div>`:l}
    ${t.files.length?o`<ul class="trays" aria-label="Files to send">${t.files.map(ka)}</ul>`:l}
    <div class="entry">
      <label class="ghost attach" title="Attach files">${v("plus")}<input type="file" multiple aria-label="Attach files" @change=${u=>{let r=u.target;at(r.files??[]),r.value=""}}></label>
      <textarea rows="1" aria-label=${d} placeholder=${d} aria-haspopup="listbox" aria-controls=${n.length?"commands":l}
        aria-autocomplete="list" aria-activedescendant=${n.length?`command-${G}`:l} spellcheck="false" .value=${ct(t.text)}
        @input=${$a} @keydown=${ya} @paste=${_a}></textarea>
      <button type="button" class="ghost send" aria-label="Send message" ?disabled=${!t.text.trim()&&!t.files.length} @click=${()=>Tn()}>${v("send")}</button>
    </div></div>`}function xa(e){let t=s.users.get(s.bot);return gt("picker",o`<div class="popup-head">${t?q(t):l}${t?.name}</div>
    <div id="commands" role="listbox" aria-label="Commands">${e.map((n,d)=>o`<div id="command-${d}" role="option" class="choice"
      aria-selected=${d===G?"true":"false"} @pointermove=${()=>{G!==d&&(G=d,p())}}
      @click=${()=>xr(n)}>
      <span class="choice-line"><b>/${n.path}</b>${n.options.filter(u=>u.required).map(u=>o`<span class="hint">${u.name}</span>`)}${n.options.some(u=>!u.required)?o`<span class="more">+${n.options.filter(u=>!u.required).length} optional</span>`:l}</span>
      <span class="choice-about">${n.description}</span></div>`)}</div>`)}var br=new WeakMap;function wa(e){let t=br.get(e);return t||br.set(e,t=URL.createObjectURL(e)),t}function ka(e){let t=()=>{M().files=M().files.filter(n=>n!==e),p()};return o`<li class="tray">${ht.test(e.name)?o`<img src=${wa(e)} alt="">`:v("fileText")}
    <span class="file-name" title=${e.name}>${e.name}</span><span class="file-size">${We(e.size)}</span>
    <button type="button" class="ghost" aria-label="Remove ${e.name}" @click=${t}>${v("x")}</button></li>`}function rn(e,t){if(!e?.url?.startsWith("attachment://"))return e;let n=e.url.slice(13);return t.attachments.find(d=>d.filename===n)??e}function sn(e,t){return Mr(e.map(n=>{let d=rn(n.media,t),u=$e(d),r=Qe(d?.url??"");return{url:u??"",alt:n.description??"",name:r,caption:n.description??r,width:d?.width,height:d?.height,spoiler:n.spoiler,outside:u?void 0:d?.url??""}}))}function Er(e){if(!e.length)return l;let t=e.filter(d=>ht.test(d.filename)),n=e.filter(d=>!ht.test(d.filename));return o`
    ${t.length?Mr(t.map(d=>({url:d.url,alt:d.description??"",name:d.filename,caption:d.description??d.filename,width:d.width,height:d.height,spoiler:d.filename.startsWith("SPOILER_")}))):l}
    ${n.map(d=>Yn(d.url,d.filename,d.size))}`}function Yn(e,t,n){return o`<div class="file">
    ${v("fileText")}
    <div class="file-words"><span class="file-name" title=${t}>${t}</span>${n?o`<span class="file-size">${We(n)}</span>`:l}</div>
    ${e?o`<a class="ghost" href=${Vn(e)} download=${t} aria-label="Download ${t}">${v("download")}</a>`:l}
  </div>`}function Mr(e){let t=e.filter(u=>!u.outside),n=u=>{s.picture={all:t,at:t.indexOf(u)},p()},d=(u,r)=>{let i=u.currentTarget;i.classList.contains("veiled")?i.classList.remove("veiled"):n(r)};return o`<div class="gallery gallery-${Math.min(e.length,10)}">${e.map(u=>u.outside!==void 0?o`<div class="outside">${v("lock")}<span>A picture elsewhere is not loaded here.</span>
        ${/^https?:/.test(u.outside)?o`<a href=${u.outside} target="_blank" rel="noopener noreferrer">Open it</a>`:l}</div>`:o`<button type="button" class=${u.spoiler?"picture veiled":"picture"} aria-label=${u.alt?`Open picture: ${u.alt}`:`Open picture ${u.name}`}
        @click=${r=>d(r,u)}
        ${ze("--ratio",u.width&&u.height?`${u.width} / ${u.height}`:null)}>
        <img src=${u.url} alt=${u.alt} loading="lazy" decoding="async" width=${u.width??l} height=${u.height??l}>
        ${u.alt?o`<span class="alt-mark" aria-hidden="true" title=${u.alt}>ALT</span>`:l}
        ${u.spoiler?o`<span class="veil-word">Spoiler</span>`:l}
      </button>`)}</div>`}function on(e,t,n,d=!1){let u=$e(rn(e,n));if(!u)return l;let r={url:u,alt:t??"",name:Qe(u),caption:t??Qe(u)};return o`<button type="button" class="thumbnail ${d?"veiled":""}" aria-label="Open picture: ${r.caption}"
    @click=${()=>{s.picture={all:[r],at:0},p()}}><img src=${u} alt=${r.alt} loading="lazy"></button>`}var un=ke();function Ar(){let e=s.picture;if(!e)return l;let t=e.all[e.at],n=()=>{s.picture=null,p()},d=r=>{e.at=(e.at+r+e.all.length)%e.all.length,p()},u=r=>{r.key==="ArrowRight"&&d(1),r.key==="ArrowLeft"&&d(-1)};return queueMicrotask(()=>{un.value&&!un.value.open&&un.value.showModal()}),o`<dialog ${K(un)} class="light-box" aria-label="Picture" @close=${n} @keydown=${u}
      @click=${r=>{r.target.matches("dialog, .light-stage")&&n()}}>
    <div class="light-bar">
      <span class="light-count">${e.all.length>1?`${e.at+1} of ${e.all.length}`:l}</span>
      <a class="ghost" href=${Vn(t.url)} download=${t.name} aria-label="Download picture">${v("download")}<span>Download picture</span></a>
      <button type="button" class="ghost" aria-label="Close" @click=${n}>${v("x")}</button>
    </div>
    <div class="light-stage">
      ${e.all.length>1?o`<button type="button" class="ghost turn" aria-label="Previous picture" @click=${()=>d(-1)}>‹</button>`:l}
      <img src=${t.url} alt=${t.alt}>
      ${e.all.length>1?o`<button type="button" class="ghost turn" aria-label="Next picture" @click=${()=>d(1)}>›</button>`:l}
    </div>
    <p class="light-caption">${t.caption}</p>
  </dialog>`}var Tr=R(class extends P{constructor(){super(...arguments),this.key=l}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(we(e),this.key=t),n}});var Ea=["","primary","secondary","success","danger","link","premium"];function Ye(e,t){return e.map(n=>Cr(n,t))}function Cr(e,t){switch(e.type){case 1:return o`<div class="row">${Ye(e.components??[],t)}</div>`;case 2:return Ma(e,t);case 3:case 5:case 6:case 7:case 8:return Aa(e,t);case 9:return o`<div class="section"><div class="section-words">${Ye(e.components??[],t)}</div>
      <div class="section-side">${e.accessory?Cr(e.accessory,t):l}</div></div>`;case 10:return o`<div class="text prose">${W(e.content)}</div>`;case 11:return on(e.media,e.description,t,e.spoiler);case 12:return sn(e.items??[],t);case 13:{let n=rn(e.file,t),d=$e(n);return Yn(d??"",e.name??Qe(n?.url??""),e.size)}case 14:return o`<div class="separator ${e.divider===!1?"bare":""} ${e.spacing===2?"wide":""}"
      role="separator"></div>`;case 17:return o`<div class="container ${e.spoiler?"veiled":""} ${mt(e.accent_color)?"accented":""}"
      ${ze("--accent-bar",mt(e.accent_color))}
      @click=${n=>n.currentTarget.classList.remove("veiled")}>${Ye(e.components??[],t)}</div>`;default:return o`<div class="unknown">A component of kind ${e.type} is not shown here yet.</div>`}}function Ma(e,t){let n=o`${Jt(e.emoji)}${e.label?o`<span>${e.label}</span>`:l}`,d=e.label||e.emoji?.name||"Button";if(e.style===5){let r=pt(e.url??"");return o`<a class="button button-link" href=${r??l} target="_blank" rel="noopener noreferrer">${n}${v("externalLink")}</a>`}let u=s.busy.has(`${t.id}:${e.custom_id}`);return o`<button type="button" class="button button-${Ea[e.style??2]??"secondary"} ${u?"busy":""}"
    ?disabled=${!!e.disabled} aria-busy=${u?"true":l} aria-label=${d}
    @click=${()=>{u||Od(t,e.custom_id??"")}}>${n}</button>`}function Zn(e){return e.type===3?e.options??[]:e.type===8?s.channels.filter(t=>t.kind==="text").map(t=>({label:`#${t.name}`,value:t.id})):e.type===6?[]:[...s.users.values()].map(t=>({label:t.name,value:t.id}))}function Aa(e,t){let n=s.busy.has(`${t.id}:${e.custom_id}`),d=Zn(e),u=e.placeholder||"Make a selection",r=(e.max_values??1)>1,i=a=>{Id(t,e.custom_id??"",a)};return r?Ta(e,d,u,n,i):o`<span class="menu ${n?"busy":""}"><select aria-label=${u} ?disabled=${!!e.disabled||n}
      @change=${a=>i([a.target.value])}>
      ${d.some(a=>a.default)?l:o`<option value="" disabled selected hidden>${u}</option>`}
      ${d.map(a=>o`<option value=${a.value} ?selected=${!!a.default}>${a.emoji?.name&&!a.emoji.id?`${a.emoji.name} `:""}${a.label}${a.description?` \u2014 ${a.description}`:""}</option>`)}
    </select>${v("chevronDown")}</span>`}function Ta(e,t,n,d,u){let r=a=>{let c=a.currentTarget.closest("details");u([...c.querySelectorAll("input:checked")].map(h=>h.value)),c.open=!1},i=a=>{let c=a.currentTarget.closest("details"),h=c.querySelectorAll("input:checked").length;c.querySelector("button").disabled=h<(e.min_values??1)||h>(e.max_values??1)};return o`<details class="menu many ${d?"busy":""}"><summary aria-label=${n}>${n}${v("chevronDown")}</summary>
    <div class="many-list" role="group" aria-label=${n}>${t.map(a=>o`<label><input type="checkbox" value=${a.value}
      ?checked=${!!a.default} @change=${i}><span>${a.label}${a.description?o`<small>${a.description}</small>`:l}</span></label>`)}
      <button type="button" class="button button-primary" @click=${r} ?disabled=${(e.min_values??1)>t.filter(a=>a.default).length}>Choose</button></div></details>`}var Jn=4,Rr=19,ed=21,Dr=22,td=23,an=ke();function Or(){let e=s.modal;if(!e)return l;queueMicrotask(()=>{an.value&&!an.value.open&&an.value.showModal()});let t=()=>{s.modal===e&&(s.modal=null,p())},n=d=>{d.preventDefault(),s.modalBusy||Pd(...Ra(e.components,d.currentTarget))};return Tr(e.id,o`<dialog ${K(an)} class="modal" aria-labelledby="modal-title" @close=${t}>
    <form @submit=${n} novalidate>
      <header><span class="avatar avatar-bot" aria-hidden="true">${te()}</span><h2 id="modal-title">${e.title}</h2>
        <button type="button" class="ghost" aria-label="Close" @click=${t}>${v("x")}</button></header>
      <div class="modal-body">
        ${e.components.map(Ca)}
        ${s.modalError?o`<p class="failure" role="alert">${v("alert")}${s.modalError}</p>`:l}
      </div>
      <footer><button type="button" class="button button-secondary" @click=${t}>Cancel</button>
        <button type="submit" class="button button-primary ${s.modalBusy?"busy":""}" aria-busy=${s.modalBusy?"true":l}>Submit</button></footer>
    </form></dialog>`)}function Ca(e){return e.type===10?o`<div class="text prose">${W(e.content)}</div>`:e.type===18&&e.component?Sr(e.component,e.label??"",e.description??""):(e.components??[]).map(t=>Sr(t,t.label??"",""))}function Sr(e,t,n){let d=`field-${e.custom_id}`,u=e.required!==!1&&e.type!==td,r=u?o`<span class="star" aria-hidden="true">*</span>`:l,i=n?o`<p class="about" id="${d}-about">${n}</p>`:l;return e.type===ed||e.type===Dr?o`<fieldset class="field"><legend>${t}${r}</legend>${i}${(e.options??[]).map(a=>o`<label class="tick">
      <input type=${e.type===ed?"radio":"checkbox"} name=${e.custom_id} value=${a.value} ?checked=${!!a.default}>
      <span>${a.label}${a.description?o`<small>${a.description}</small>`:l}</span></label>`)}</fieldset>`:e.type===td?o`<div class="field"><label class="tick"><input type="checkbox" name=${e.custom_id} ?checked=${!!e.default}><span>${t}</span></label>${i}</div>`:o`<div class="field"><label for=${d}>${t}${r}</label>${i}${Sa(e,d,u,n)}</div>`}function Sa(e,t,n,d){let u=d?`${t}-about`:l;if(e.type===Jn&&e.style===2)return o`<textarea id=${t} name=${e.custom_id} rows="5" ?required=${n} placeholder=${e.placeholder??""} aria-describedby=${u}
      maxlength=${e.max_length??l} .value=${e.value??""}></textarea>`;if(e.type===Jn)return o`<input id=${t} name=${e.custom_id} type="text" autocomplete="off" ?required=${n} placeholder=${e.placeholder??""}
      aria-describedby=${u} maxlength=${e.max_length??l} .value=${e.value??""}>`;if(e.type===Rr)return o`<input id=${t} name=${e.custom_id} type="file" ?multiple=${(e.max_values??1)>1}>`;let r=Zn(e),i=(e.max_values??1)>1;return o`<select id=${t} name=${e.custom_id} ?multiple=${i} ?required=${n}>
    ${i||r.some(a=>a.default)?l:o`<option value="" ?disabled=${n} selected>${e.placeholder||"Make a selection"}</option>`}
    ${r.map(a=>o`<option value=${a.value} ?selected=${!!a.default}>${a.label}</option>`)}</select>`}function Ra(e,t){let n={},d=[],u=r=>[...t.elements].filter(i=>i.name===r);for(let r of e.flatMap(i=>i.component??i.components??[])){let i=r.custom_id;if(!i)continue;let[a]=u(i);if(a)if(r.type===Jn)n[i]=a.value;else if(r.type===td)n[i]=a.checked;else if(r.type===ed)n[i]=u(i).find(c=>c.checked)?.value??null;else if(r.type===Dr)n[i]=u(i).filter(c=>c.checked).map(c=>c.value);else if(r.type===Rr){n[i]=[];for(let c of a.files??[])d.push([i,c])}else n[i]=[...a.selectedOptions].map(c=>c.value).filter(Boolean)}return[n,d]}var Da={},Ir=R(class extends P{constructor(){super(...arguments),this.ot=Da}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((d,u)=>d===this.ot[u]))return C}else if(this.ot===t)return C;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}});var Oa=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F389}","\u{1F440}","\u{1F64F}","\u2705","\u{1F525}"],ln=ke(),Ze=null;function ie(e,t,n){Ze=document.activeElement,s.sheet={message:e.id,kind:t,confirming:!1},p();let d=ln.value;if(!d)return;d.open||d.showModal();let{offsetWidth:u,offsetHeight:r}=d;d.style.setProperty("--x",`${Math.max(8,Math.min(n.x,innerWidth-u-8))}px`),d.style.setProperty("--y",`${Math.max(8,Math.min(n.y,innerHeight-r-8))}px`)}var cn=e=>{let t=e.currentTarget.getBoundingClientRect();return{x:t.right-240,y:t.bottom+4}};function Je(){s.sheet=null,ln.value?.close(),p(),!(!(Ze instanceof HTMLElement)||!Ze.isConnected||document.activeElement!==document.body)&&(Ze.matches("article")?en(Ze):Ze.focus())}function Lr(e,t){let n=e.target;if(s.sheet)return e.preventDefault();if(n.closest("a, textarea, input, select")||getSelection()?.toString()&&!matchMedia("(hover: none)").matches)return;e.preventDefault();let d=e.currentTarget.getBoundingClientRect(),u=e.clientX||e.clientY;ie(t,"all",u?{x:e.clientX,y:e.clientY}:{x:d.left+72,y:d.top+24})}var Ia=450,re=null;function Nr(e,t){if(e.pointerType!=="touch"||e.target.closest("a, button, select, textarea, input"))return;xt();let{clientX:n,clientY:d}=e;re={x:n,y:d,timer:setTimeout(()=>{re=null,s.sheet||ie(t,"all",{x:n,y:d})},Ia)}}function Pr(e){re&&Math.hypot(e.clientX-re.x,e.clientY-re.y)>10&&xt()}function xt(){re&&clearTimeout(re.timer),re=null}function La(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(!t)return;e.preventDefault();let n=[...e.currentTarget.querySelectorAll("button")];n[(n.indexOf(document.activeElement)+t+n.length)%n.length]?.focus()}function jr(){let e=s.sheet,t=e&&s.messages.get(s.current)?.find(n=>n.id===e.message);return!e||!t?l:o`<dialog ${K(ln)} class="sheet" aria-label=${e.kind==="react"?"Add a reaction":"Message actions"} @close=${()=>{s.sheet&&Je()}}
    @keydown=${La} @click=${n=>{n.target===n.currentTarget&&Je()}}
    @contextmenu=${n=>n.preventDefault()}><div class="sheet-body">${e.confirming?Ba(t):o`${Na(t)}${e.kind==="all"?Pa(t):l}`}</div></dialog>`}function Na(e){return(e.flags??0)&64?l:o`<div class="quick" role="group" aria-label="Quick reactions">${Oa.map(t=>{let n=!!e.reactions?.some(d=>d.emoji.name===t&&d.me);return o`<button type="button" class=${n?"mine":""} aria-label="React with ${t}" aria-pressed=${n} @click=${()=>{Je(),Nt(e,t,n)}}>${t}</button>`})}</div>`}function Pa(e){let t=me(e),n=t.use?Md():[];return o`<div class="doings">
    ${t.answer?_t("reply","Reply",()=>ot(e)):l}
    ${t.edit?_t("pencil","Edit message",()=>he(e)):l}
    ${e.content?_t("copy","Copy text",()=>{navigator.clipboard?.writeText(e.content)}):l}
    ${t.dismiss?_t("eye","Dismiss message",()=>{jt(e)}):l}
    ${t.delete?o`<button type="button" class="doing danger" @click=${()=>ja()}>${v("trash")}<span>Delete message</span></button>`:l}
    ${n.length?o`<div role="group" aria-labelledby="apps"><h2 id="apps">Apps</h2>${n.map(d=>_t("grid",d,()=>{Ld(e,d)},s.users.get(s.bot)?.name))}</div>`:l}</div>`}function _t(e,t,n,d){return o`<button type="button" class="doing" @click=${()=>{Je(),n()}}>${v(e)}<span>${t}</span>${d?o`<small aria-hidden="true">${d}</small>`:l}</button>`}function ja(){s.sheet&&(s.sheet.confirming=!0),p(),ln.value?.querySelector("button")?.focus()}function Ba(e){return o`<p class="sheet-ask">Delete this message${J()?.kind==="dm"?"":" for everyone"}? It cannot be brought back.</p>
    <div class="sheet-answers"><button type="button" class="button button-secondary" @click=${Je}>Keep it</button>
    <button type="button" class="button button-danger" @click=${()=>{Je(),Nd(e)}}>Delete</button></div>`}var qa=420*1e3,wt=(e,t)=>((e.flags??0)&t)!==0;function Br(e,t){return!!t&&t.author.id===e.author.id&&!e.referenced_message&&!e.interaction_metadata&&!wt(e,64)&&!wt(t,64)&&new Date(e.timestamp).getTime()-new Date(t.timestamp).getTime()<qa}function Hr(e,t){let n=_e(e.author),d=wt(e,64),u=wt(e,128),r=new Date(e.timestamp),i=e.mentions?.some(a=>a.id===s.me)&&e.author.id!==s.me;return o`<article class="message ${t?"compact":""} ${d?"ephemeral":""} ${i?"mentions-me":""}"
      aria-label=${`${n.name}, ${O(r,"t")}`} data-message=${e.id}
      @contextmenu=${a=>Lr(a,e)} @pointerdown=${a=>Nr(a,e)}
      @pointermove=${Pr} @pointerup=${xt} @pointercancel=${xt} @keydown=${a=>Fa(a,e)}>
    ${Ka(e)}
    ${t?o`<span class="gutter" aria-hidden="true">${O(r,"t")}</span>`:o`<span class="gutter">${q(n)}</span>`}
    <div class="body">
      ${t?l:o`<header><span class="author ${n.bot?"by-bot":""}">${n.name}</span>${n.bot?o`<span class="tag">App</span>`:l}<time datetime=${e.timestamp} title=${O(r,"F")}>${ur(e.timestamp)}</time></header>`}
      ${u?o`<p class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${n.name} is thinking…</p>`:s.editing===e.id?Ga(e):Va(e)}
      ${Qa(e)}
      ${s.failures.has(e.id)?o`<p class="failure" role="alert">${v("alert")}${s.failures.get(e.id)}</p>`:l}
      ${d?o`<p class="only-you">${v("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link"
        @click=${()=>jt(e)}>Dismiss message</button></p>`:l}
    </div>
    ${u||s.editing===e.id?l:Ua(e,n.name)}
  </article>`}function Ua(e,t){let n=me(e);return o`<div class="tools" role="group" aria-label="Actions">
    ${n.answer?o`<button type="button" class="ghost" aria-label="Add a reaction" title="Add a reaction" @click=${d=>ie(e,"react",cn(d))}>${v("smile")}</button>
      <button type="button" class="ghost" aria-label="Reply to ${t}" title="Reply" @click=${()=>ot(e)}>${v("reply")}</button>`:l}
    ${n.edit?o`<button type="button" class="ghost" aria-label="Edit message" title="Edit" @click=${()=>he(e)}>${v("pencil")}</button>`:l}
    <button type="button" class="ghost" aria-label="More actions" title="More" aria-haspopup="dialog" @click=${d=>ie(e,"all",cn(d))}>${v("ellipsis")}</button></div>`}function Fa(e,t){if(e.target!==e.currentTarget||e.ctrlKey||e.metaKey||e.altKey)return;let n=me(t),d=e.currentTarget.getBoundingClientRect(),u={x:d.left+72,y:d.top+24};if(e.key==="Enter")ie(t,"all",u);else if(e.key==="r"&&n.answer)ot(t);else if(e.key==="e"&&n.edit)he(t);else if(e.key==="+"&&n.answer)ie(t,"react",u);else return;e.preventDefault()}function Ga(e){let t=d=>d.currentTarget.closest(".editing").querySelector("textarea"),n=d=>{d.stopPropagation(),!d.isComposing&&(d.key==="Escape"&&Pt(),d.key==="Enter"&&!d.shiftKey&&(d.preventDefault(),Rn(e,t(d).value)))};return o`<div class="editing"><textarea aria-label="Edit message" rows="1" maxlength="2000" spellcheck="false" .value=${e.content} @keydown=${n}></textarea>
    <div class="edit-foot"><button type="button" class="link" @click=${Pt}>Cancel</button><span aria-hidden="true">·</span><button type="button" class="link"
      @click=${d=>{Rn(e,t(d).value)}}>Save</button></div></div>`}function Va(e){let t=e.edited_timestamp?o`<span class="edited" title=${O(new Date(e.edited_timestamp),"F")}>(edited)</span>`:l;return wt(e,32768)?o`<div class="parts">${Ye(e.components,e)}</div>${e.edited_timestamp?o`<div class="edited-line">${t}</div>`:l}`:o`${e.content||e.edited_timestamp?o`<div class="text prose">${W(e.content)}${e.edited_timestamp?o` ${t}`:l}</div>`:l}
    ${Er(e.attachments??[])}
    ${(e.embeds??[]).map(n=>Xa(n,e))}
    ${e.components?.length?o`<div class="parts">${Ye(e.components,e)}</div>`:l}`}function Ka(e){let t=e.interaction_metadata,n=t?.name??e.interaction?.name;if(t&&n&&!e.referenced_message){let i=_e(t.user);return o`<div class="context">${q(i)}<span class="context-name">${i.name}</span> used <span class="mention">${t.command_type===3?"":"/"}${n}</span></div>`}let d=e.referenced_message;if(!e.message_reference&&!d)return l;if(!d)return o`<div class="context"><em>Original message was deleted</em></div>`;let u=_e(d.author),r=Gn(d.content)||za(d)||(d.attachments?.length?"Click to see attachment":"Click to see message");return o`<div class="context">${q(u)}<button type="button" class="context-jump" title="Go to this message"
    @click=${()=>Wa(d.id)}><span class="context-name">${u.name}</span><span class="context-words">${r}</span></button></div>`}function za(e){let t=[...e.components??[]];for(let n=t.shift();n;n=t.shift()){if(n.content)return Gn(n.content);t.unshift(...n.components??[])}return""}function Wa(e){let t=document.querySelector(`[data-message="${CSS.escape(e)}"]`);t?.scrollIntoView({block:"center",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),t?.classList.add("found"),setTimeout(()=>t?.classList.remove("found"),1600)}function Qa(e){return e.reactions?.length?o`<div class="reactions">${e.reactions.map(t=>o`<button type="button" class="reaction ${t.me?"mine":""}" aria-pressed=${t.me}
    aria-label=${`${t.emoji.name}, ${t.count}`} ?disabled=${!!t.emoji.id} @click=${()=>Nt(e,t.emoji.name??"",t.me)}>${Jt(t.emoji)}<b>${t.count}</b></button>`)}
    <button type="button" class="reaction add" aria-label="Add a reaction to this" title="Add a reaction" @click=${t=>ie(e,"react",cn(t))}>${v("smile")}</button></div>`:l}function Xa(e,t){let n=pt(e.url??""),d=[e.footer?.text,e.timestamp?O(new Date(e.timestamp),"f"):""].filter(Boolean).join(" \xB7 ");return o`<div class="embed" ${ze("--accent-bar",mt(e.color))}><div class="embed-words">
    ${e.author?o`<div class="embed-author">${e.author.name}</div>`:l}
    ${e.title?o`<div class="embed-title">${n?o`<a href=${n} target="_blank" rel="noopener noreferrer">${e.title}</a>`:W(e.title)}</div>`:l}
    ${e.description?o`<div class="text prose">${W(e.description)}</div>`:l}
    ${e.fields?.length?o`<dl class="fields">${e.fields.map(u=>o`<div class=${u.inline?"inline":""}><dt>${W(u.name)}</dt><dd class="prose">${W(u.value)}</dd></div>`)}</dl>`:l}
    ${$e(e.image)?sn([{media:e.image}],t):l}
    ${d?o`<div class="embed-foot">${d}</div>`:l}
    </div>${e.thumbnail?on(e.thumbnail,null,t):l}</div>`}function qr(e){let t=s.users.get(s.me),n=s.users.get(s.bot);return o`<article class="message pending" aria-label=${`/${e.path}, ${e.failed?"failed":"sending"}`}>
    <div class="context">${t?q(t):l}<span class="context-name">${t?.name}</span> used <span class="mention">/${e.path}</span></div>
    <span class="gutter"><span class="avatar avatar-bot" aria-hidden="true">${te()}</span></span>
    <div class="body"><header><span class="author by-bot">${n?.name}</span><span class="tag">App</span></header>
      ${e.failed?o`<p class="failure" role="alert">${v("alert")}The application did not respond</p>
        <p class="only-you">${v("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link" @click=${()=>Dd(e.id)}>Dismiss message</button></p>`:o`<p class="thinking" role="status">Sending command…</p>`}
    </div></article>`}var Ya=120,et=!0,Ur="";function Fr(e,t){let n=J(),d=s.messages.get(s.current)??[],u=s.pending.filter(r=>r.channel===s.current);return o`<div class="scroller" tabindex="0" @scroll=${tl} @keydown=${nl}>
    <div class="messages" role="log" aria-label="Messages">
      ${n&&s.loaded?Ja(n,e[n.kind],t,!d.length&&!u.length):l}
      ${vt(d,r=>r.id,(r,i)=>Za(r,d[i-1]))}
      ${vt(u,r=>r.id,qr)}
    </div></div>
    ${et?l:o`<button type="button" class="to-end" @click=${dl}>${v("arrowDown")}<span>Newest messages</span></button>`}`}function Za(e,t){let n=new Date(e.timestamp).toDateString(),d=!t||new Date(t.timestamp).toDateString()!==n,u=!d&&Br(e,t);return o`${d&&t?o`<div class="day" role="separator"><span>${O(new Date(e.timestamp),"D")}</span></div>`:l}
    ${Ir([e,u,n],()=>Hr(e,u))}`}function Ja(e,t,n,d){let u=new Set(pe().map(i=>i.path.split(" ")[0])),r=t.filter(i=>u.has(i.slice(1).split(" ")[0]));return o`<div class="welcome ${d?"":"small"}">
    <div class="welcome-mark" aria-hidden="true">${e.kind==="dm"?o`<span class="avatar avatar-bot">${te()}</span>`:v("hash")}</div>
    <h2>${e.kind==="dm"?"Inkling":`Welcome to #${e.name}`}</h2>
    <p>${e.kind==="dm"?"Your direct messages with Inkling. Nobody else sees them.":o`Inkling paints what you describe. Type <kbd>/</kbd> to see what it can do${d&&r.length?", or begin with one of these":""}.`}</p>
    ${d&&r.length?o`<div class="suggestions">${r.map(i=>o`<button type="button" @click=${()=>n(i.includes(" ")?i:`${i} `)}>${el(i)}</button>`)}</div>`:l}
  </div>`}function el(e){let[t,...n]=e.split(" "),d=n.join(" ").replace(/^prompt: /,"").replace(/ count: (\d)$/,", $1 pictures");return o`<b>${t}</b>${d?o` ${d}`:l}`}function tl(e){let t=e.currentTarget,n=t.scrollHeight-t.scrollTop-t.clientHeight<Ya;n!==et&&(et=n,p())}function nl(e){let t=e.target,n=e.currentTarget,d={ArrowUp:-1,ArrowDown:1}[e.key];if(!d||!(t===n||t.matches("article.message")))return;let u=[...n.querySelectorAll("article[data-message]")],r=u.indexOf(t),i=u[r<0?d<0?u.length-1:0:r+d];i&&(e.preventDefault(),en(i))}function dl(){et=!0,kt(),p()}function kt(){let e=document.querySelector(".scroller");e&&(Ur!==s.current&&(Ur=s.current,et=!0),et&&(e.scrollTop=e.scrollHeight))}var ul={text:["/imagine prompt: a red apple on a blue background","/imagine prompt: a green tree in the snow count: 4","/help"],dm:["/imagine prompt: a yellow moon over the sea","/help"]};function Vr(){let e=J();return o`
    <header class="mark"><span class="mark-dot" aria-hidden="true"></span><span><b>Playground</b> — a Discord on this computer.<span class="wide-only"> Nothing leaves it, and it starts fresh each time.</span><span class="phone-only"> Nothing leaves it.</span></span></header>
    <div class="app ${s.drawer?`drawer-${s.drawer}`:""} ${s.membersShown?"with-members":""}">
      <nav class="rail" aria-label="Servers"><button type="button" class="server current" aria-label=${s.guildName} aria-current="true" title=${s.guildName}
        @click=${()=>{let t=s.channels[0];t&&kn(t.id)}}>${te()}</button></nav>
      <div class="side" role="region" aria-label="Server">
        <div class="side-head"><h2>${s.guildName}</h2></div>
        <nav class="channels" aria-label="Channels">${Gr("Text channels","text")}${Gr("Direct messages","dm")}</nav>
        ${ol()}
      </div>
      <main class="chat" aria-label=${e?e.kind==="dm"?e.name:`#${e.name}`:"Channel"}>
        <header class="chat-head">
          <button type="button" class="ghost only-phone" aria-label="Show channels" @click=${()=>Kr("channels")}>${v("menu")}</button>
          <span class="chat-kind" aria-hidden="true">${v(e?.kind==="dm"?"atSign":"hash")}</span><h1>${e?.name}</h1>
          <span class="topic">${e?.kind==="dm"?"Only you and Inkling":"Pictures, tried and shared"}</span>
          <span class="spacer"></span>
          <button type="button" class="ghost" aria-label="Bot log" title="Bot log" aria-pressed=${s.logShown} @click=${()=>{s.logShown=!s.logShown,p()}}>${v("scrollText")}</button>
          <button type="button" class="ghost" aria-label="Member list" title="Member list" aria-pressed=${s.membersShown} @click=${il}>${v("users")}</button>
        </header>
        ${al()}
        ${Fr(ul,wr)}
        ${kr()}
        ${ll()}
        ${s.logShown?fl():l}
      </main>
      <aside class="members" aria-label="Members">${cl()}</aside>
      <div class="scrim" @click=${()=>{s.drawer="",p()}}></div>
    </div>
    <div class="toasts" role="status" aria-live="polite">${s.toasts.map(t=>o`<div class="toast">${v("alert")}<span>${t.text}</span>
      <button type="button" class="ghost" aria-label="Put this message away" @click=${()=>{s.toasts=s.toasts.filter(n=>n!==t),p()}}>${v("x")}</button></div>`)}</div>
    ${Ar()}${Or()}${jr()}`}var rl=()=>matchMedia("(max-width: 760px)").matches;function Kr(e){s.drawer=s.drawer===e?"":e,p()}function il(){if(rl())return Kr("members");s.membersShown=!s.membersShown,p()}function Gr(e,t){let n=s.channels.filter(d=>d.kind===t);return o`<section><h2>${e}</h2>${n.map(d=>{let u=d.id===s.current,r=s.users.get(s.bot);return o`<button type="button" class="channel ${u?"current":""} ${s.unread.has(d.id)?"unread":""}" aria-current=${u?"page":l}
      @click=${()=>kn(d.id)}>${t==="dm"&&r?o`<span class="with-status">${q(r)}${zr()}</span>`:v("hash")}<span>${d.name}</span>${s.unread.has(d.id)?o`<span class="sr">, new messages</span>`:l}</button>`})}</section>`}var sl=()=>s.online&&(s.status.phase==="ready"||s.status.phase==="loading"),zr=()=>o`<i class="presence ${sl()?"here":""}" aria-hidden="true"></i>`;function ol(){let e=s.users.get(s.me);if(!e)return l;let t=[...s.users.values()].filter(n=>!n.bot&&n.id!==e.id);return o`<div class="panel"><span class="with-status">${q(e)}<i class="presence here" aria-hidden="true"></i></span>
    <span class="panel-name"><b>${e.name}</b><small>${e.id===s.owner?"Owns this server":"A visitor"}</small></span>
    ${t.map(n=>o`<a class="ghost" href="/?as=${n.id}" target="_blank" rel="noopener" title="Open a tab as ${n.name}" aria-label="Open a tab as ${n.name}">${q(n)}</a>`)}</div>`}function al(){let{phase:e,detail:t}=s.status;if(!s.online)return o`<div class="banner trouble" role="status">The playground has stopped or is not reachable. This page reconnects by itself.</div>`;let n={starting:"Inkling is starting\u2026 Its model loads in about 15 s; you can already look around.",loading:"Inkling is here. Its model is still loading; what you ask for now waits its turn.",restarting:"Inkling stopped and is being started again. Nothing that was accepted is lost.",stopped:"Inkling does not run. Its log says why."};return n[e]?o`<div class="banner ${e==="stopped"||e==="restarting"?"trouble":""}" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${n[e]}${t?o` <small>${t}</small>`:l}</span></div>`:l}function ll(){let e=(s.typing.get(s.current)??0)>Date.now();return o`<div class="typing" role="status">${e?o`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><b>${s.users.get(s.bot)?.name}</b> is typing…`:l}</div>`}function cl(){let e=[...s.users.values()],t=(n,d)=>d.length?o`<section><h2>${n} — ${d.length}</h2>${d.map(u=>o`<div class="member">
    <span class="with-status">${q(u)}${u.bot?zr():o`<i class="presence here" aria-hidden="true"></i>`}</span><span class=${u.bot?"by-bot":""}>${u.name}</span>${u.bot?o`<span class="tag">App</span>`:l}${u.id===s.me?o`<small>you</small>`:l}</div>`)}</section>`:l;return o`${t("People",e.filter(n=>!n.bot))}${t("Apps",e.filter(n=>n.bot))}`}function fl(){return o`<section class="log" aria-label="Bot log"><div class="log-head"><b>Bot log</b><button type="button" class="ghost" aria-label="Close the bot log" @click=${()=>{s.logShown=!1,p()}}>${v("x")}</button></div>
    <pre tabindex="0">${s.log.length?s.log.join(`
`):"Nothing yet."}</pre></section>`}var nd=document.getElementById("root");function dd(){vd(Vr(),nd),kt();let e=s.channels.find(t=>t.id===s.current);document.title=e?`${s.unread.size?"\u25CF ":""}${e.kind==="dm"?"@":"#"}${e.name} \u2014 Inkling playground`:"Inkling playground"}new ResizeObserver(kt).observe(nd);nd.addEventListener("load",kt,!0);for(let e of["dragover","drop"])document.addEventListener(e,t=>{t.preventDefault(),e==="drop"&&t.dataTransfer?.files.length&&at(t.dataTransfer.files)});document.addEventListener("keydown",e=>{(document.activeElement===document.body||document.activeElement?.matches(".scroller"))&&e.key.length===1&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&e.key!==" "&&document.querySelector(".composer textarea")?.focus(),e.key==="Escape"&&s.drawer&&(s.drawer="",dd())});Ed(dd);dd();Sd().catch(e=>{document.querySelector("#root").textContent=e.message});

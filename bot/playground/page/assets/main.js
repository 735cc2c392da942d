var ci=Object.create;var ld=Object.defineProperty;var fi=Object.getOwnPropertyDescriptor;var pi=Object.getOwnPropertyNames;var mi=Object.getPrototypeOf,hi=Object.prototype.hasOwnProperty;var x=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(n){throw t=0,n}};var gi=(e,t,n,d)=>{if(t&&typeof t=="object"||typeof t=="function")for(let u of pi(t))!hi.call(e,u)&&u!==n&&ld(e,u,{get:()=>t[u],enumerable:!(d=fi(t,u))||d.enumerable});return e};var vi=(e,t,n)=>(n=e!=null?ci(mi(e)):{},gi(t||!e||!e.__esModule?ld(n,"default",{value:e,enumerable:!0}):n,e));var k=x(Un=>{"use strict";Object.defineProperty(Un,"__esModule",{value:!0});var ss=/\r\n?/g,os=/\t/g,as=/\f/g,Tu=function(e){return e.replace(ss,`
`).replace(as,"").replace(os,"    ")},Au=function(e,t){var n=e||{};if(t!=null)for(var d in t)Object.prototype.hasOwnProperty.call(t,d)&&(n[d]=t[d]);return n},Cu=function(e,t){var n=Object.keys(e).filter(function(s){var a=e[s];if(a==null||a.match==null)return!1;var c=a.order;return(typeof c!="number"||!isFinite(c))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+s+"`: "+String(c)),!0});n.sort(function(s,a){var c=e[s],h=e[a],m=c.order,p=h.order;if(m!==p)return m-p;var b=c.quality?0:1,v=h.quality?0:1;return b!==v?b-v:s<a?-1:s>a?1:0});var d,u=function(s,a){var c=[];for(a=a||d,d=a;s;){var h=null,m=null,p=null,b=NaN,v=0,y=n[0],_=e[y];do{var L=_.order,N=a.prevCapture==null?"":a.prevCapture[0],K=_.match(s,a,N);if(K){var Tt=_.quality?_.quality(K,a,N):0;Tt<=b||(h=y,m=_,p=K,b=Tt)}v++,y=n[v],_=e[y]}while(_&&(!p||_.order===L&&_.quality));if(m==null||p==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+n[n.length-1]+`'. It seems to not match the following source:
`+s);if(p.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var H=m.parse(p,u,a);if(Array.isArray(H))Array.prototype.push.apply(c,H);else{if(H==null||typeof H!="object")throw new Error(`parse() function returned invalid parse result: '${H}'`);H.type==null&&(H.type=h),c.push(H)}a.prevCapture=p,s=s.substring(a.prevCapture[0].length)}return c},r=function(s,a){return d=Au(a,t),!d.inline&&!d.disableAutoBlockNewlines&&(s=s+`

`),d.prevCapture=null,u(Tu(s),d)};return r},j=function(e){var t=function(n,d,u){return d.inline?e.exec(n):null};return t.regex=e,t},U=function(e){var t=function(n,d){return d.inline?null:e.exec(n)};return t.regex=e,t},Bn=function(e){var t=function(n,d){return e.exec(n)};return t.regex=e,t},kf=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,E=function(e,t,n,d){n=n||{},d=typeof d<"u"?d:!0;var u="";for(var r in n){var s=n[r];Object.prototype.hasOwnProperty.call(n,r)&&s&&(u+=" "+Me(r)+'="'+Me(s)+'"')}var a="<"+e+u+">";return d?a+t+"</"+e+">":a},Hn=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},ls=/[<>&"']/g,cs={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},Me=function(e){return String(e).replace(ls,function(t){return cs[t]})},fs=/\\([^0-9A-Za-z\s])/g,qn=function(e){return e.replace(fs,"$1")},Wt=function(e,t,n){var d=n.inline||!1;n.inline=!0;var u=e(t,n);return n.inline=d,u},ps=function(e,t,n){var d=n.inline||!1;n.inline=!1;var u=e(t+`

`,n);return n.inline=d,u},Vt=function(e,t,n){return{content:Wt(t,e[1],n)}},jn=function(){return{}},Qt="(?:[*+-]|\\d+\\.)",Su="( *)("+Qt+") +",wu=new RegExp("^"+Su),ms=new RegExp(Su+"[^\\n]*(?:\\n(?!\\1"+Qt+` )[^\\n]*)*(
|$)`,"gm"),Ru=/\n{2,}$/,hs=/^ (?= *`)|(` *) $/g,gs=Ru,xu=/ *\n+$/,vs=new RegExp("^( *)("+Qt+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+Qt+` )\\n*|\\s*
*$)`),bs=/(?:^|\n)( *)$/,Kt=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,n=/^ *-+: *$/,d=/^ *:-+: *$/,u=/^ *:-+ *$/,r=function(m){return n.test(m)?"right":d.test(m)?"center":u.test(m)?"left":null},s=function(m,p,b,v){v&&(m=m.replace(e,""));var y=m.trim().split("|");return y.map(r)},a=function(m,p,b,v){var y=b.inTable;b.inTable=!0;var _=p(m.trim(),b);b.inTable=y;var L=[[]];return _.forEach(function(N,K){N.type==="tableSeparator"?(!v||K!==0&&K!==_.length-1)&&L.push([]):(N.type==="text"&&(_[K+1]==null||_[K+1].type==="tableSeparator")&&(N.content=N.content.replace(t,"")),L[L.length-1].push(N))}),L},c=function(m,p,b,v){var y=m.trim().split(`
`);return y.map(function(_){return a(_,p,b,v)})},h=function(m){return function(p,b,v){v.inline=!0;var y=a(p[1],b,v,m),_=s(p[2],b,v,m),L=c(p[3],b,v,m);return v.inline=!1,{type:"table",header:y,align:_,cells:L}}};return{parseTable:h(!0),parseNpTable:h(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),zt="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",ku=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,$s=/mailto:/i,Eu=function(e,t,n){var d=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[d]){var u=t._defs[d];n.target=u.target,n.title=u.title}return t._refs=t._refs||{},t._refs[d]=t._refs[d]||[],t._refs[d].push(n),n},w=0,Xt={Array:{html:function(e,t,n){for(var d="",u=0;u<e.length;u++){var r=e[u];if(r.type==="text")for(r={type:"text",content:r.content};u+1<e.length&&e[u+1].type==="text";u++)r.content+=e[u+1].content;d+=t(r,n)}return d}},heading:{order:w++,match:U(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,n){return{level:e[1].length,content:Wt(t,e[2].trim(),n)}},html:function(e,t,n){return E("h"+e.level,t(e.content,n))}},nptable:{order:w++,match:U(Kt.NPTABLE_REGEX),parse:Kt.parseNpTable,html:null},lheading:{order:w++,match:U(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,n){return{type:"heading",level:e[2]==="="?1:2,content:Wt(t,e[1],n)}},html:null},hr:{order:w++,match:U(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:jn,html:function(e,t,n){return'<hr aria-hidden="true">'}},codeBlock:{order:w++,match:U(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,n){var d=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:d}},html:function(e,t,n){var d=e.lang?"markdown-code-"+e.lang:void 0,u=E("code",Me(e.content),{class:d});return E("pre",u)}},fence:{order:w++,match:U(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,n){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:w++,match:U(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,n){var d=e[0].replace(/^ *> ?/gm,"");return{content:t(d,n)}},html:function(e,t,n){return E("blockquote",t(e.content,n))}},list:{order:w++,match:function(e,t){var n=t.prevCapture==null?"":t.prevCapture[0],d=bs.exec(n),u=t._list||!t.inline;return d&&u?(e=d[1]+e,vs.exec(e)):null},parse:function(e,t,n){var d=e[2],u=d.length>1,r=u?+d:void 0,s=e[0].replace(gs,`
`).match(ms),a=!1,c=s.map(function(h,m){var p=wu.exec(h),b=p?p[0].length:0,v=new RegExp("^ {1,"+b+"}","gm"),y=h.replace(v,"").replace(wu,""),_=m===s.length-1,L=y.indexOf(`

`)!==-1,N=L||_&&a;a=N;var K=n.inline,Tt=n._list;n._list=!0;var H;N?(n.inline=!1,H=y.replace(xu,`

`)):(n.inline=!0,H=y.replace(xu,""));var li=t(H,n);return n.inline=K,n._list=Tt,li});return{ordered:u,start:r,items:c}},html:function(e,t,n){var d=e.items.map(function(s){return E("li",t(s,n))}).join(""),u=e.ordered?"ol":"ul",r={start:e.start};return E(u,d,r)}},def:{order:w++,match:U(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,n){var d=e[1].replace(/\s+/g," ").toLowerCase(),u=e[2],r=e[3];return n._refs&&n._refs[d]&&n._refs[d].forEach(function(s){s.target=u,s.title=r}),n._defs=n._defs||{},n._defs[d]={target:u,title:r},{def:d,target:u,title:r}},html:function(){return""}},table:{order:w++,match:U(Kt.TABLE_REGEX),parse:Kt.parseTable,html:function(e,t,n){var d=function(c){return e.align[c]==null?"":"text-align:"+e.align[c]+";"},u=e.header.map(function(c,h){return E("th",t(c,n),{style:d(h),scope:"col"})}).join(""),r=e.cells.map(function(c){var h=c.map(function(m,p){return E("td",t(m,n),{style:d(p)})}).join("");return E("tr",h)}).join(""),s=E("thead",E("tr",u)),a=E("tbody",r);return E("table",s+a)}},newline:{order:w++,match:U(/^(?:\n *)*\n/),parse:jn,html:function(e,t,n){return`
`}},paragraph:{order:w++,match:U(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:Vt,html:function(e,t,n){var d={class:"paragraph"};return E("div",t(e.content,n),d)}},escape:{order:w++,match:j(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,n){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:w++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:w++,match:j(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:w++,match:j(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,n){var d=e[1],u=e[1];return $s.test(u)||(u="mailto:"+u),{type:"link",content:[{type:"text",content:d}],target:u}},html:null},url:{order:w++,match:j(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:w++,match:j(new RegExp("^\\[("+zt+")\\]\\("+ku+"\\)")),parse:function(e,t,n){var d={content:t(e[1],n),target:qn(e[2]),title:e[3]};return d},html:function(e,t,n){var d={href:Hn(e.target),title:e.title};return E("a",t(e.content,n),d)}},image:{order:w++,match:j(new RegExp("^!\\[("+zt+")\\]\\("+ku+"\\)")),parse:function(e,t,n){var d={alt:e[1],target:qn(e[2]),title:e[3]};return d},html:function(e,t,n){var d={src:Hn(e.target),alt:e.alt,title:e.title};return E("img","",d,!1)}},reflink:{order:w++,match:j(new RegExp("^\\[("+zt+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return Eu(e,n,{type:"link",content:t(e[1],n)})},html:null},refimage:{order:w++,match:j(new RegExp("^!\\[("+zt+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return Eu(e,n,{type:"image",alt:e[1]})},html:null},em:{order:w,match:j(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,n){return{content:t(e[2]||e[1],n)}},html:function(e,t,n){return E("em",t(e.content,n))}},strong:{order:w,match:j(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:Vt,html:function(e,t,n){return E("strong",t(e.content,n))}},u:{order:w++,match:j(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:Vt,html:function(e,t,n){return E("u",t(e.content,n))}},del:{order:w++,match:j(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:Vt,html:function(e,t,n){return E("del",t(e.content,n))}},inlineCode:{order:w++,match:j(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,n){return{content:e[2].replace(hs,"$1")}},html:function(e,t,n){return E("code",Me(e.content))}},br:{order:w++,match:Bn(/^ {2,}\n/),parse:jn,html:function(e,t,n){return"<br>"}},text:{order:w++,match:Bn(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,n){return{content:e[0]}},html:function(e,t,n){return Me(e.content)}}},ys=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var n=function(d,u,r){return e[d.type][t](d,u,r)};return n},_s=function(e){var t=function(n,d){return d=d||{},Array.isArray(n)?n.map(function(u){return t(u,d)}).join(""):e(n,t,d)};return t},Du=function(e,t,n={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var d,u=e.Array||Xt.Array,r=u[t];if(!r)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var s=r,a=function(h,m){return m=m||d,d=m,Array.isArray(h)?s(h,a,m):e[h.type][t](h,a,m)},c=function(h,m){return d=Au(m,n),a(h,d)};return c},Yt=Cu(Xt),Ou=function(e,t){return t=t||{},t.inline=!1,Yt(e,t)},ws=function(e,t){return t=t||{},t.inline=!0,Yt(e,t)},Mu=function(e,t){var n=Ru.test(e);return t=t||{},t.inline=!n,Yt(e,t)},Iu=Du(Xt,"html"),xs=function(e,t){return Iu(Ou(e,t),t)},ks={defaultRules:Xt,parserFor:Cu,outputFor:Du,inlineRegex:j,blockRegex:U,anyScopeRegex:Bn,parseInline:Wt,parseBlock:ps,markdownToHtml:xs,defaultBlockParse:Ou,defaultInlineParse:ws,defaultImplicitParse:Mu,defaultHtmlOutput:Iu,preprocess:Tu,sanitizeText:Me,sanitizeUrl:Hn,unescapeUrl:qn,htmlTag:E,defaultRawParse:Yt,ruleOutput:ys,htmlFor:_s,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),Mu.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};Un.default=ks});var A=x($=>{"use strict";Object.defineProperty($,"__esModule",{value:!0});$.GuildNavigationRegex=$.SlashCommandRegex=$.SubtextRegex=$.HeadingRegex=$.TimestampRegex=$.TextRegex=$.StrikeThroughRegex=$.SpoilerRegex=$.EmoticonRegex=$.CodeBlockRegex=$.BlockQuoteRegex=$.HereRegex=$.EveryoneRegex=$.UserMentionRegex=$.RoleMentionRegex=$.EmojiRegex=$.ChannelMentionRegex=void 0;$.ChannelMentionRegex=/^<#(\d{17,20})>/;$.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;$.RoleMentionRegex=/^<@&(\d{17,20})>/;$.UserMentionRegex=/^<@!?(\d{17,20})>/;$.EveryoneRegex=/^@everyone/;$.HereRegex=/^@here/;$.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;$.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;$.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;$.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;$.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;$.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;$.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;$.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;$.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;$.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;$.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var Lu=x(Te=>{"use strict";var Es=Te&&Te.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Te,"__esModule",{value:!0});Te.guildNavigation=void 0;var Ms=Es(k()),Ts=A();Te.guildNavigation={order:Ms.default.defaultRules.strong.order,match:e=>Ts.GuildNavigationRegex.exec(e),parse:function(e){var t,n,d;let u=(t=e[2])!==null&&t!==void 0?t:e[3];if(u==="linked-roles"){let r=(d=(n=e[4])===null||n===void 0?void 0:n.slice(1))!==null&&d!==void 0?d:null;return{id:e[1],navigation:u,roleId:r}}else return{id:e[1],navigation:u}}}});var Nu=x(Ae=>{"use strict";var As=Ae&&Ae.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ae,"__esModule",{value:!0});Ae.slashCommand=void 0;var Cs=As(k()),Ss=A();Ae.slashCommand={order:Cs.default.defaultRules.strong.order,match:e=>Ss.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),n={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(n.subcommand=t[1]),t.length===3&&(n.subcommandGroup=t[1],n.subcommand=t[2]),n}}});var Pu=x(Ce=>{"use strict";var Rs=Ce&&Ce.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ce,"__esModule",{value:!0});Ce.everyone=void 0;var Ds=Rs(k()),Os=A();Ce.everyone={order:Ds.default.defaultRules.strong.order,match:e=>Os.EveryoneRegex.exec(e),parse:function(){return{}}}});var ju=x(Zt=>{"use strict";Object.defineProperty(Zt,"__esModule",{value:!0});Zt.TwemojiRegex=void 0;Zt.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var Bu=x(Se=>{"use strict";var Is=Se&&Se.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Se,"__esModule",{value:!0});Se.twemoji=void 0;var Ls=Is(k()),Ns=ju();Se.twemoji={order:Ls.default.defaultRules.strong.order,match:e=>Ns.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var Hu=x(Re=>{"use strict";var Ps=Re&&Re.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Re,"__esModule",{value:!0});Re.channel=void 0;var js=Ps(k()),Bs=A();Re.channel={order:js.default.defaultRules.strong.order,match:e=>Bs.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var qu=x(De=>{"use strict";var Hs=De&&De.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(De,"__esModule",{value:!0});De.timestamp=void 0;var qs=Hs(k()),Us=A();De.timestamp={order:qs.default.defaultRules.strong.order,match:e=>Us.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var W=x(Jt=>{"use strict";Object.defineProperty(Jt,"__esModule",{value:!0});Jt.extend=void 0;var Fs=(e,t)=>Object.assign({},t,e);Jt.extend=Fs});var Uu=x(Oe=>{"use strict";var Gs=Oe&&Oe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Oe,"__esModule",{value:!0});Oe.blockQuote=void 0;var Vs=Gs(k()),Ks=W(),zs=A();Oe.blockQuote=(0,Ks.extend)({match:function(e,t,n){return!/^$|\n *$/.test(n)||t.inQuote?null:zs.BlockQuoteRegex.exec(e)},parse:function(e,t,n){let d=e[0],r=!!/^ *>>> ?/.exec(d)?/^ *>>> ?/:/^ *> ?/gm,s=d.replace(r,"");return{content:t(s,Object.assign({},n,{inQuote:!0})),type:"blockQuote"}}},Vs.default.defaultRules.blockQuote)});var Gu=x(Ie=>{"use strict";var Ws=Ie&&Ie.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ie,"__esModule",{value:!0});Ie.strikethrough=void 0;var Fu=Ws(k()),Qs=W(),Xs=A();Ie.strikethrough=(0,Qs.extend)({match:Fu.default.inlineRegex(Xs.StrikeThroughRegex)},Fu.default.defaultRules.del)});var Ku=x(Le=>{"use strict";var Ys=Le&&Le.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Le,"__esModule",{value:!0});Le.codeBlock=void 0;var Vu=Ys(k()),Zs=W(),Js=A();Le.codeBlock=(0,Zs.extend)({match:Vu.default.inlineRegex(Js.CodeBlockRegex),parse:function(e,t,n){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:n.inQuote||!1}}},Vu.default.defaultRules.codeBlock)});var zu=x(Ne=>{"use strict";var eo=Ne&&Ne.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ne,"__esModule",{value:!0});Ne.emoji=void 0;var to=eo(k()),no=A();Ne.emoji={order:to.default.defaultRules.strong.order,match:e=>no.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var Wu=x(Pe=>{"use strict";var uo=Pe&&Pe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Pe,"__esModule",{value:!0});Pe.role=void 0;var ro=uo(k()),io=A();Pe.role={order:ro.default.defaultRules.strong.order,match:e=>io.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Qu=x(je=>{"use strict";var so=je&&je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(je,"__esModule",{value:!0});je.autolink=void 0;var oo=so(k()),ao=W();je.autolink=(0,ao.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},oo.default.defaultRules.autolink)});var Xu=x(Be=>{"use strict";var lo=Be&&Be.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Be,"__esModule",{value:!0});Be.here=void 0;var co=lo(k()),fo=A();Be.here={order:co.default.defaultRules.strong.order,match:e=>fo.HereRegex.exec(e),parse:function(){return{}}}});var Yu=x(He=>{"use strict";var po=He&&He.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(He,"__esModule",{value:!0});He.emoticon=void 0;var mo=po(k()),ho=A();He.emoticon={order:mo.default.defaultRules.text.order,match:e=>ho.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var Zu=x(qe=>{"use strict";var go=qe&&qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(qe,"__esModule",{value:!0});qe.user=void 0;var vo=go(k()),bo=A();qe.user={order:vo.default.defaultRules.strong.order,match:e=>bo.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var Ju=x(en=>{"use strict";Object.defineProperty(en,"__esModule",{value:!0});en.spoiler=void 0;var $o=A();en.spoiler={order:0,match:e=>$o.SpoilerRegex.exec(e),parse:function(e,t,n){return{content:t(e[1],n)}}}});var er=x(Ue=>{"use strict";var yo=Ue&&Ue.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.heading=void 0;var _o=yo(k()),wo=W(),xo=A();Ue.heading=(0,wo.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?xo.HeadingRegex.exec(e):null}},_o.default.defaultRules.heading)});var tr=x(Fe=>{"use strict";var ko=Fe&&Fe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Fe,"__esModule",{value:!0});Fe.subtext=void 0;var Eo=ko(k()),Mo=A();Fe.subtext={order:Eo.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?Mo.SubtextRegex.exec(e):null},parse:function(e,t,n){return{content:t(e[1],n)}}}});var nr=x(Ge=>{"use strict";var To=Ge&&Ge.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ge,"__esModule",{value:!0});Ge.text=void 0;var Ao=To(k()),Co=W(),So=A();Ge.text=(0,Co.extend)({match:e=>So.TextRegex.exec(e)},Ao.default.defaultRules.text)});var dr=x(Ve=>{"use strict";var Ro=Ve&&Ve.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ve,"__esModule",{value:!0});Ve.url=void 0;var Do=Ro(k()),Oo=W();Ve.url=(0,Oo.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Do.default.defaultRules.url)});var rr=x(Ke=>{"use strict";var Io=Ke&&Ke.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ke,"__esModule",{value:!0});Ke.em=void 0;var Lo=W(),ur=Io(k());Ke.em=(0,Lo.extend)({parse:function(e,t,n){let d=ur.default.defaultRules.em.parse(e,t,Object.assign({},n,{inEmphasis:!0}));return n.inEmphasis?d.content:d}},ur.default.defaultRules.em)});var sr=x(ze=>{"use strict";var No=ze&&ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ze,"__esModule",{value:!0});ze.br=void 0;var ir=No(k()),Po=W();ze.br=(0,Po.extend)({match:ir.default.anyScopeRegex(/^\n/)},ir.default.defaultRules.br)});var ar=x(O=>{"use strict";var jo=O&&O.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(O,"__esModule",{value:!0});O.rulesExtended=O.rules=O.SimpleMarkdown=void 0;O.parse=or;var ne=jo(k());O.SimpleMarkdown=ne.default;var Bo=Lu(),Ho=Nu(),qo=Pu(),Uo=Bu(),Fo=Hu(),Go=qu(),Vo=Uu(),Ko=Gu(),zo=Ku(),Wo=zu(),Qo=Wu(),Xo=Qu(),Yo=Xu(),Zo=Yu(),Jo=Zu(),ea=Ju(),ta=er(),na=tr(),da=nr(),ua=dr(),ra=rr(),ia=sr();O.rules={blockQuote:Vo.blockQuote,codeBlock:zo.codeBlock,newline:ne.default.defaultRules.newline,escape:ne.default.defaultRules.escape,autolink:Xo.autolink,url:ua.url,em:ra.em,strong:ne.default.defaultRules.strong,underline:ne.default.defaultRules.u,strikethrough:Ko.strikethrough,inlineCode:ne.default.defaultRules.inlineCode,text:da.text,emoticon:Zo.emoticon,br:ia.br,spoiler:ea.spoiler,heading:ta.heading,subtext:na.subtext,user:Jo.user,channel:Fo.channel,role:Qo.role,emoji:Wo.emoji,everyone:qo.everyone,here:Yo.here,twemoji:Uo.twemoji,timestamp:Go.timestamp,slashCommand:Ho.slashCommand,guildNavigation:Bo.guildNavigation};O.rulesExtended=Object.assign(Object.assign({},O.rules),{link:ne.default.defaultRules.link});var sa=ne.default.parserFor(O.rules),oa=ne.default.parserFor(O.rulesExtended);function or(e,t="normal"){return t==="normal"?sa(e,{inline:!0}):oa(e,{inline:!0})}O.default=or});var gn=globalThis,cd=e=>e,At=gn.trustedTypes,fd=At?At.createPolicy("lit-html",{createHTML:e=>e}):void 0,vn="$lit$",Y=`lit$${Math.random().toFixed(9).slice(2)}$`,bn="?"+Y,bi=`<${bn}>`,le=document,dt=()=>le.createComment(""),ut=e=>e===null||typeof e!="object"&&typeof e!="function",$n=Array.isArray,bd=e=>$n(e)||typeof e?.[Symbol.iterator]=="function",hn=`[ 	
\f\r]`,nt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,pd=/-->/g,md=/>/g,oe=RegExp(`>|${hn}(?:([^\\s"'>=/]+)(${hn}*=${hn}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),hd=/'/g,gd=/"/g,$d=/^(?:script|style|textarea|title)$/i,yn=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),o=yn(1),_n=yn(2),Pl=yn(3),C=Symbol.for("lit-noChange"),l=Symbol.for("lit-nothing"),vd=new WeakMap,ae=le.createTreeWalker(le,129);function yd(e,t){if(!$n(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return fd!==void 0?fd.createHTML(t):t}var _d=(e,t)=>{let n=e.length-1,d=[],u,r=t===2?"<svg>":t===3?"<math>":"",s=nt;for(let a=0;a<n;a++){let c=e[a],h,m,p=-1,b=0;for(;b<c.length&&(s.lastIndex=b,m=s.exec(c),m!==null);)b=s.lastIndex,s===nt?m[1]==="!--"?s=pd:m[1]!==void 0?s=md:m[2]!==void 0?($d.test(m[2])&&(u=RegExp("</"+m[2],"g")),s=oe):m[3]!==void 0&&(s=oe):s===oe?m[0]===">"?(s=u??nt,p=-1):m[1]===void 0?p=-2:(p=s.lastIndex-m[2].length,h=m[1],s=m[3]===void 0?oe:m[3]==='"'?gd:hd):s===gd||s===hd?s=oe:s===pd||s===md?s=nt:(s=oe,u=void 0);let v=s===oe&&e[a+1].startsWith("/>")?" ":"";r+=s===nt?c+bi:p>=0?(d.push(h),c.slice(0,p)+vn+c.slice(p)+Y+v):c+Y+(p===-2?a:v)}return[yd(e,r+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),d]},rt=class e{constructor({strings:t,_$litType$:n},d){let u;this.parts=[];let r=0,s=0,a=t.length-1,c=this.parts,[h,m]=_d(t,n);if(this.el=e.createElement(h,d),ae.currentNode=this.el.content,n===2||n===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(u=ae.nextNode())!==null&&c.length<a;){if(u.nodeType===1){if(u.hasAttributes())for(let p of u.getAttributeNames())if(p.endsWith(vn)){let b=m[s++],v=u.getAttribute(p).split(Y),y=/([.?@])?(.*)/.exec(b);c.push({type:1,index:r,name:y[2],strings:v,ctor:y[1]==="."?St:y[1]==="?"?Rt:y[1]==="@"?Dt:fe}),u.removeAttribute(p)}else p.startsWith(Y)&&(c.push({type:6,index:r}),u.removeAttribute(p));if($d.test(u.tagName)){let p=u.textContent.split(Y),b=p.length-1;if(b>0){u.textContent=At?At.emptyScript:"";for(let v=0;v<b;v++)u.append(p[v],dt()),ae.nextNode(),c.push({type:2,index:++r});u.append(p[b],dt())}}}else if(u.nodeType===8)if(u.data===bn)c.push({type:2,index:r});else{let p=-1;for(;(p=u.data.indexOf(Y,p+1))!==-1;)c.push({type:7,index:r}),p+=Y.length-1}r++}}static createElement(t,n){let d=le.createElement("template");return d.innerHTML=t,d}};function ce(e,t,n=e,d){if(t===C)return t;let u=d!==void 0?n._$Co?.[d]:n._$Cl,r=ut(t)?void 0:t._$litDirective$;return u?.constructor!==r&&(u?._$AO?.(!1),r===void 0?u=void 0:(u=new r(e),u._$AT(e,n,d)),d!==void 0?(n._$Co??=[])[d]=u:n._$Cl=u),u!==void 0&&(t=ce(e,u._$AS(e,t.values),u,d)),t}var Ct=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:d}=this._$AD,u=(t?.creationScope??le).importNode(n,!0);ae.currentNode=u;let r=ae.nextNode(),s=0,a=0,c=d[0];for(;c!==void 0;){if(s===c.index){let h;c.type===2?h=new _e(r,r.nextSibling,this,t):c.type===1?h=new c.ctor(r,c.name,c.strings,this,t):c.type===6&&(h=new Ot(r,this,t)),this._$AV.push(h),c=d[++a]}s!==c?.index&&(r=ae.nextNode(),s++)}return ae.currentNode=le,u}p(t){let n=0;for(let d of this._$AV)d!==void 0&&(d.strings!==void 0?(d._$AI(t,d,n),n+=d.strings.length-2):d._$AI(t[n])),n++}},_e=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,d,u){this.type=2,this._$AH=l,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=d,this.options=u,this._$Cv=u?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=ce(this,t,n),ut(t)?t===l||t==null||t===""?(this._$AH!==l&&this._$AR(),this._$AH=l):t!==this._$AH&&t!==C&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):bd(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==l&&ut(this._$AH)?this._$AA.nextSibling.data=t:this.T(le.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:d}=t,u=typeof d=="number"?this._$AC(t):(d.el===void 0&&(d.el=rt.createElement(yd(d.h,d.h[0]),this.options)),d);if(this._$AH?._$AD===u)this._$AH.p(n);else{let r=new Ct(u,this),s=r.u(this.options);r.p(n),this.T(s),this._$AH=r}}_$AC(t){let n=vd.get(t.strings);return n===void 0&&vd.set(t.strings,n=new rt(t)),n}k(t){$n(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,d,u=0;for(let r of t)u===n.length?n.push(d=new e(this.O(dt()),this.O(dt()),this,this.options)):d=n[u],d._$AI(r),u++;u<n.length&&(this._$AR(d&&d._$AB.nextSibling,u),n.length=u)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let d=cd(t).nextSibling;cd(t).remove(),t=d}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},fe=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,d,u,r){this.type=1,this._$AH=l,this._$AN=void 0,this.element=t,this.name=n,this._$AM=u,this.options=r,d.length>2||d[0]!==""||d[1]!==""?(this._$AH=Array(d.length-1).fill(new String),this.strings=d):this._$AH=l}_$AI(t,n=this,d,u){let r=this.strings,s=!1;if(r===void 0)t=ce(this,t,n,0),s=!ut(t)||t!==this._$AH&&t!==C,s&&(this._$AH=t);else{let a=t,c,h;for(t=r[0],c=0;c<r.length-1;c++)h=ce(this,a[d+c],n,c),h===C&&(h=this._$AH[c]),s||=!ut(h)||h!==this._$AH[c],h===l?t=l:t!==l&&(t+=(h??"")+r[c+1]),this._$AH[c]=h}s&&!u&&this.j(t)}j(t){t===l?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},St=class extends fe{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===l?void 0:t}},Rt=class extends fe{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==l)}},Dt=class extends fe{constructor(t,n,d,u,r){super(t,n,d,u,r),this.type=5}_$AI(t,n=this){if((t=ce(this,t,n,0)??l)===C)return;let d=this._$AH,u=t===l&&d!==l||t.capture!==d.capture||t.once!==d.once||t.passive!==d.passive,r=t!==l&&(d===l||u);u&&this.element.removeEventListener(this.name,this,d),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Ot=class{constructor(t,n,d){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=d}get _$AU(){return this._$AM._$AU}_$AI(t){ce(this,t)}},wd={M:vn,P:Y,A:bn,C:1,L:_d,R:Ct,D:bd,V:ce,I:_e,H:fe,N:Rt,U:Dt,B:St,F:Ot},$i=gn.litHtmlPolyfillSupport;$i?.(rt,_e),(gn.litHtmlVersions??=[]).push("3.3.3");var xd=(e,t,n)=>{let d=n?.renderBefore??t,u=d._$litPart$;if(u===void 0){let r=n?.renderBefore??null;d._$litPart$=u=new _e(t.insertBefore(dt(),r),r,void 0,n??{})}return u._$AI(e),u};var Z=class extends Error{},wn=new URLSearchParams(location.search).get("as"),kd=wn&&/^\d+$/.test(wn)?`?as=${wn}`:"";async function R(e,t,n=[]){let d={};if(t&&n.length){let s=new FormData;s.append("payload",JSON.stringify(t));for(let[a,c]of n)s.append(a,c,c.name);d={method:"POST",body:s}}else t&&(d={method:"POST",body:JSON.stringify(t),headers:{"Content-Type":"application/json"}});let u;try{u=await fetch(`/api${e}${kd}`,d)}catch{throw new Z("The playground has stopped. Start it again in the console.")}if(u.status===413)throw new Z("These files are too large together.");let r=await u.json().catch(()=>null);if(!u.ok)throw new Z(r?.message??"That did not work. The console says more.");if(r?.refused)throw new Z(r.refused);return r}var M={state:()=>R("/state"),messages:e=>R(`/channels/${e}/messages`),commands:e=>R(`/channels/${e}/commands`),send:(e,t,n,d)=>R(`/channels/${e}/messages`,{content:t,reply_to:d??null},n.map((u,r)=>[`files[${r}]`,u])),slash:(e,t,n,d)=>R(`/channels/${e}/slash`,{path:t,options:n},d.map(([u,r])=>[`option:${u}`,r])),autocomplete:(e,t,n,d)=>R(`/channels/${e}/autocomplete`,{path:t,options:n,focused:d}),press:(e,t)=>R(`/messages/${e}/press`,{custom_id:t}),select:(e,t,n)=>R(`/messages/${e}/select`,{custom_id:t,values:n}),dismiss:e=>R(`/messages/${e}/dismiss`,{}),react:(e,t,n)=>R(`/messages/${e}/react`,{emoji:t,remove:n}),edit:(e,t)=>R(`/messages/${e}/edit`,{content:t}),delete:e=>R(`/messages/${e}/delete`,{}),menu:(e,t)=>R(`/messages/${e}/menu`,{name:t}),troubles:()=>R("/trouble"),trouble:e=>R("/trouble",{kind:e}),submit:(e,t,n)=>R(`/modals/${e}`,{values:t},n.map(([d,u])=>[`field:${d}`,u]))};function Ed(e,t,n){let d=500,u=()=>{let r=new WebSocket(`ws://${location.host}/api/live${kd}`);r.onmessage=s=>{let a=JSON.parse(s.data);a.t==="HELLO"&&(d=500,t()),e(a)},r.onclose=()=>{n(),setTimeout(u,d),d=Math.min(d*2,8e3)}};u()}function Md(e){let t=[],n=(d,u,r)=>{let s=r.filter(a=>a.type===1||a.type===2);s.length||t.push({path:d,description:u,options:r});for(let a of s)n(`${d} ${a.name}`,a.description,a.options??[])};for(let d of e)(d.type??1)===1&&n(d.name,d.description,d.options??[]);return t.sort((d,u)=>d.path.localeCompare(u.path))}function Td(e,t){let n=t.trim().toLowerCase(),d=e.filter(r=>r.path.startsWith(n)),u=e.filter(r=>!r.path.startsWith(n)&&r.path.includes(n));return[...d,...u]}function It(e){let t=e.options.filter(n=>n.required).map(n=>n.name);return{entry:e,chips:t,values:{}}}function J(e,t){return e.options.find(n=>n.name===t)}function Lt(e){return e.entry.options.filter(t=>!e.chips.includes(t.name))}function xn(e,t){let n=t.filter(m=>e.startsWith(`/${m.path} `)).sort((m,p)=>p.path.length-m.path.length)[0];if(!n)return null;let d=It(n),u=e.slice(n.path.length+2),r=n.options.map(m=>m.name.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")),s=r.length?[...u.matchAll(new RegExp(`(?:^|\\s)(${r.join("|")}):\\s?`,"gu"))]:[],a=(m,p)=>{d.chips.includes(m)||d.chips.push(m),d.values[m]={text:p.trim()}},c=u.slice(0,s[0]?.index??u.length).trim(),h=d.chips[0]??n.options[0]?.name;return c&&h&&a(h,c),s.forEach((m,p)=>{a(m[1],u.slice(m.index+m[0].length,s[p+1]?.index??u.length))}),d}function kn(e,t){let n=t?.text.trim()??"";if(e.type===11)return t?.file||!e.required?null:"Choose a file.";if(!n&&t?.picked===void 0)return e.required?"This option is required. Specify a value.":"Give it a value, or remove it.";if(t?.picked!==void 0)return null;if(e.choices?.length||e.type===5||e.type>=6&&e.type<=9)return"Pick one from the list.";if(e.type===4&&!/^[+-]?\d+$/.test(n))return"Write a whole number.";if(e.type===10&&!Number.isFinite(Number(n)))return"Write a number.";if(e.type===4||e.type===10){if(e.min_value!==void 0&&Number(n)<e.min_value)return`The least is ${e.min_value}.`;if(e.max_value!==void 0&&Number(n)>e.max_value)return`The most is ${e.max_value}.`}return e.min_length&&n.length<e.min_length?`Write at least ${e.min_length} characters.`:e.max_length&&n.length>e.max_length?`Write at most ${e.max_length} characters.`:null}function Ad(e,t){if(t.picked!==void 0)return t.picked;let n=t.text.trim();return e.type===4||e.type===10?Number(n):n}var i={me:"",bot:"",owner:"",users:new Map,guildName:"",channels:[],current:"",messages:new Map,entries:new Map,drafts:new Map,pending:[],unread:new Set,typing:new Map,status:{phase:"starting",detail:""},log:[],busy:new Set,failures:new Map,online:!0,loaded:!1,modal:null,modalError:"",modalBusy:!1,picture:null,sheet:null,editing:"",menus:new Map,toasts:[],drawer:"",membersShown:!0,logShown:!1,trouble:{},troubleShown:!1},Sd=()=>{};function Rd(e){Sd=e}function f(){Sd()}var T=()=>{let e=i.drafts.get(i.current);return e||i.drafts.set(i.current,e={text:"",files:[],reply:null,slash:null}),e},ee=()=>i.channels.find(e=>e.id===i.current),me=()=>i.entries.get(i.current)??[],Dd=()=>i.menus.get(i.current)??[];function he(e){let t=((e.flags??0)&64)!==0,n=e.author.id===i.me,d=!t&&((e.flags??0)&128)===0;return{answer:d,use:d,edit:d&&n,dismiss:t,delete:!t&&(n||i.me===i.owner&&ee()?.kind==="text")}}var Od={user:e=>i.users.get(e)?.name,channel:e=>i.channels.find(t=>t.id===e)?.name},we=e=>i.users.get(e.id)??{id:e.id,name:e.global_name||e.username,bot:!!e.bot},yi=0;function de(e){let t=++yi;i.toasts=[...i.toasts.filter(n=>n.text!==e),{id:t,text:e}],setTimeout(()=>{i.toasts=i.toasts.filter(n=>n.id!==t),f()},8e3),f()}async function F(e){try{return await e}catch(t){de(t instanceof Z?t.message:"Something went wrong in the page."),t instanceof Z||console.error(t);return}}var it=new Map,En=new Map;function Nt(e,t){let n=it.get(e);n?t(n):En.set(e,t)}function _i(e,t){it.set(e,t),it.size>500&&it.delete(it.keys().next().value),En.get(e)?.(t),En.delete(e)}async function Tn(e){i.current=e,i.unread.delete(e),i.drawer="",f(),await Id(e)}async function Id(e){await F((async()=>{let[t,n]=await Promise.all([M.messages(e),M.commands(e)]);i.messages.set(e,t),Ld(e,n),i.loaded=!0,f()})())}function Ld(e,t){i.entries.set(e,Md(t)),i.menus.set(e,t.filter(n=>n.type===3).map(n=>n.name))}async function wi(){let e=i.current;e&&Ld(e,await M.commands(e).catch(()=>[])),f()}async function Nd(){let e=await M.state();Object.assign(i,{me:e.me,bot:e.bot,owner:e.owner,guildName:e.guild.name,channels:e.channels,status:e.status,log:e.log}),i.users=new Map(e.users.map(t=>[t.id,t])),i.current=e.channels[0].id,Ed(xi,()=>{i.online=!0,Id(i.current)},()=>{i.online=!1,f()}),f()}function xi({t:e,d:t}){switch(e){case"MESSAGE_CREATE":ki(t);break;case"MESSAGE_UPDATE":{let{reactions:n,...d}=t;st(d);break}case"MESSAGE_DELETE":An(t.channel_id,t.id);break;case"MESSAGE_REACTION_ADD":Cd(t,1);break;case"MESSAGE_REACTION_REMOVE":Cd(t,-1);break;case"MESSAGE_REACTION_REMOVE_ALL":st({id:t.message_id,channel_id:t.channel_id,reactions:[]});break;case"TYPING_START":t.user_id!==i.me&&Ei(t.channel_id);break;case"INTERACTION_ACK":t.state!=="pending"&&_i(String(t.id),t.state);break;case"MODAL_OPEN":Object.assign(i,{modal:{...t,id:String(t.id)},modalError:"",modalBusy:!1});break;case"HELLO":i.status=t.status;break;case"BOT_STATUS":t.phase!==i.status.phase&&(t.phase==="ready"||t.phase==="loading")&&wi(),i.status=t;break;case"BOT_LOG":i.log=[...i.log.slice(-299),t.line];break;case"CHANNEL_CREATE":case"GUILD_MEMBER_ADD":break}f()}function ki(e){let t=i.messages.get(e.channel_id)??[];if(i.typing.delete(e.channel_id),t.some(n=>n.id===e.id))return st(e);i.messages.has(e.channel_id)&&i.messages.set(e.channel_id,[...t,e]),e.channel_id!==i.current&&i.unread.add(e.channel_id)}function st(e){let t=i.messages.get(e.channel_id);t&&i.messages.set(e.channel_id,t.map(n=>n.id===e.id?{...n,...e}:n))}function An(e,t){let n=i.messages.get(e);n&&i.messages.set(e,n.filter(d=>d.id!==t))}function ot(e){for(let t of i.messages.values()){let n=t.find(d=>d.id===e);if(n)return st({...n})}}function Cd(e,t){let n=i.messages.get(e.channel_id)?.find(s=>s.id===e.message_id);if(!n)return;let d=e.user_id===i.me,u=s=>(s.id??s.name)===(e.emoji.id??e.emoji.name),r=(n.reactions??[]).map(s=>u(s.emoji)?{...s,count:s.count+t,me:d?t>0:s.me}:s);t>0&&!r.some(s=>u(s.emoji))&&r.push({emoji:e.emoji,count:1,me:d}),st({...n,reactions:r.filter(s=>s.count>0)})}function Ei(e){i.typing.set(e,Date.now()+9500),setTimeout(()=>{(i.typing.get(e)??0)<=Date.now()&&(i.typing.delete(e),f())},1e4)}var Mi="This interaction failed",Sn=10*1024*1024;async function Rn(){let e=T(),t=i.current,n=e.text.trim();if(!n&&!e.files.length)return;if(n.length>2e3)return de(`Your message is too long: ${n.length} of 2000 characters.`);i.drafts.set(t,{text:"",files:[],reply:null,slash:null}),f(),await F(M.send(t,n,e.files,e.reply?.id))||(i.drafts.set(t,e),f())}function Pd(e){for(let t of e.chips){let n=kn(J(e.entry,t),e.values[t]);if(n)return e.error={name:t,text:n},!1}return e.error=void 0,!0}function Dn(e,t){let n={};for(let d of e.chips){let u=J(e.entry,d),r=e.values[d];d===t||u.type===11||!r||kn(u,r)||(n[d]=Ad(u,r))}return n}async function Pt(e){let t=i.current,n=e.chips.flatMap(s=>{let a=e.values[s]?.file;return a?[[s,a]]:[]}),d=T();i.drafts.set(t,{text:"",files:[],reply:null,slash:null}),f();let u=await F(M.slash(t,e.entry.path,Dn(e),n));if(!u)return i.drafts.set(t,{...d,slash:e}),f();let r={id:u.interaction,channel:t,path:e.entry.path,failed:!1};i.pending=[...i.pending,r],Nt(u.interaction,s=>{i.pending=s==="done"?i.pending.filter(a=>a.id!==r.id):i.pending.map(a=>a.id===r.id?{...a,failed:!0}:a),f()}),f()}var jd=e=>{i.pending=i.pending.filter(t=>t.id!==e),f()};async function On(e,t,n){let d=`${e.id}:${t}`,u=s=>{i.busy.delete(d),s&&i.failures.set(e.id,s),ot(e.id),f()};i.busy.add(d),i.failures.delete(e.id),ot(e.id),f();let r=await F(n);r?Nt(r.interaction,s=>u(s==="failed"?Mi:"")):u("")}var Bd=(e,t)=>On(e,t,M.press(e.id,t)),Hd=(e,t,n)=>On(e,t,M.select(e.id,t,n)),qd=(e,t)=>On(e,`menu:${t}`,M.menu(e.id,t)),jt=(e,t,n)=>F(M.react(e.id,t,n)),Ud=e=>F(M.delete(e.id));function at(e){T().reply=e,f(),document.querySelector(".composer textarea")?.focus()}function ge(e){let t=i.editing;i.editing=e.id;for(let d of[t,e.id])ot(d);f();let n=document.querySelector(".editing textarea");n?.focus(),n?.setSelectionRange(n.value.length,n.value.length)}function Bt(){let e=i.editing;i.editing="",ot(e),f(),document.querySelector(".composer textarea")?.focus()}async function In(e,t){let n=t.trim();(n===e.content||await F(M.edit(e.id,n)))&&Bt()}async function Ht(e){await F(M.dismiss(e.id))&&An(e.channel_id,e.id),f()}async function Fd(e,t){let n=i.modal;if(!n)return;i.modalBusy=!0,i.modalError="",f();let d=u=>{i.modal===n?Object.assign(i,{modalError:u,modalBusy:!1}):de(u),f()};try{let u=await M.submit(n.id,e,t);Nt(u.interaction,r=>{if(r==="failed")return d("Something went wrong. Try again.");i.modal===n&&(i.modal=null),f()})}catch(u){d(u.message)}}function lt(e){let t=T();for(let n of e)if(n.size>Sn)de(`${n.name} is too large: files may have up to 10 MB.`);else if(t.files.length>=10){de("A message can carry 10 files.");break}else t.files=[...t.files,n];f()}var B={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},D=e=>(...t)=>({_$litDirective$:e,values:t}),P=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,d){this._$Ct=t,this._$AM=n,this._$Ci=d}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var ve=class extends P{constructor(t){if(super(t),this.it=l,t.type!==B.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===l||t==null)return this._t=void 0,this.it=t;if(t===C)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let n=[t];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};ve.directiveName="unsafeHTML",ve.resultType=1;var Jl=D(ve);var ct=class extends ve{};ct.directiveName="unsafeSVG",ct.resultType=2;var Gd=D(ct);var Vd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Kd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var zd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Wd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Qd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Yd=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var uu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ru=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var iu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var su=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ou=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var au=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var lu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var cu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var fu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var pu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var mu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var hu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var gu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var vu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var es={arrowDown:Vd,atSign:Kd,check:zd,chevronDown:Wd,copy:Qd,cornerUpLeft:Xd,download:Yd,ellipsis:Zd,externalLink:Jd,eye:eu,fileText:tu,grid:du,hash:nu,lock:ru,menu:iu,paperclip:su,pencil:ou,plus:au,reply:lu,scrollText:cu,send:fu,smile:pu,trash:mu,trouble:uu,alert:hu,users:gu,x:vu},ts=Object.fromEntries(Object.entries(es).map(([e,t])=>[e,t.slice(t.indexOf(">",t.indexOf("<svg"))+1,t.lastIndexOf("</svg>"))]));function g(e){return _n`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Gd(ts[e])}</svg>`}function te(){return _n`<svg class="drop" viewBox="0 0 48 48" aria-hidden="true">
    <path class="drop-body" d="M24 5c6.5 8.6 12.6 15.2 12.6 23.2C36.6 35.6 31 41 24 41s-12.6-5.4-12.6-12.8C11.4 20.2 17.5 13.6 24 5Z"/>
    <path class="drop-light" d="M17.2 28.4c0 4.2 2.9 7.2 6.6 7.6"/>
  </svg>`}var Ln=new Map;function q(e){if(e.bot)return o`<span class="avatar avatar-bot" aria-hidden="true">${te()}</span>`;let t=Ln.get(e.id);return t===void 0&&Ln.set(e.id,t=Ln.size%6),o`<span class="avatar tone-${t}" aria-hidden="true">${[...e.name][0]?.toUpperCase()??"?"}</span>`}var{I:ns}=wd,bu=e=>e;var qt=e=>e.strings===void 0,$u=()=>document.createComment(""),xe=(e,t,n)=>{let d=e._$AA.parentNode,u=t===void 0?e._$AB:t._$AA;if(n===void 0){let r=d.insertBefore($u(),u),s=d.insertBefore($u(),u);n=new ns(r,s,e,e.options)}else{let r=n._$AB.nextSibling,s=n._$AM,a=s!==e;if(a){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==s._$AU&&n._$AP(c)}if(r!==u||a){let c=n._$AA;for(;c!==r;){let h=bu(c).nextSibling;bu(d).insertBefore(c,u),c=h}}}return n},ue=(e,t,n=e)=>(e._$AI(t,n),e),ds={},ke=(e,t=ds)=>e._$AH=t,yu=e=>e._$AH,Ut=e=>{e._$AR(),e._$AA.remove()};var ft=D(class extends P{constructor(e){if(super(e),e.type!==B.PROPERTY&&e.type!==B.ATTRIBUTE&&e.type!==B.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!qt(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===C||t===l)return t;let n=e.element,d=e.name;if(e.type===B.PROPERTY){if(t===n[d])return C}else if(e.type===B.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(d))return C}else if(e.type===B.ATTRIBUTE&&n.getAttribute(d)===t+"")return C;return ke(e),t}});var pt=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let d of n)d._$AO?.(t,!1),pt(d,t);return!0},Ft=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},_u=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),is(t)}};function us(e){this._$AN!==void 0?(Ft(this),this._$AM=e,_u(this)):this._$AM=e}function rs(e,t=!1,n=0){let d=this._$AH,u=this._$AN;if(u!==void 0&&u.size!==0)if(t)if(Array.isArray(d))for(let r=n;r<d.length;r++)pt(d[r],!1),Ft(d[r]);else d!=null&&(pt(d,!1),Ft(d));else pt(this,e)}var is=e=>{e.type==B.CHILD&&(e._$AP??=rs,e._$AQ??=us)},Gt=class extends P{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,n,d){super._$AT(t,n,d),_u(this),this.isConnected=t._$AU}_$AO(t,n=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),n&&(pt(this,t),Ft(this))}setValue(t){if(qt(this._$Ct))this._$Ct._$AI(t,this);else{let n=[...this._$Ct._$AH];n[this._$Ci]=t,this._$Ct._$AI(n,this,0)}}disconnected(){}reconnected(){}};var Ee=()=>new Pn,Pn=class{},Nn=new WeakMap,z=D(class extends Gt{render(e){return l}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),l}rt(e){if(this.G!==void 0)if(this.isConnected||(e=void 0),typeof this.G=="function"){let t=this.ht??globalThis,n=Nn.get(t);n===void 0&&(n=new WeakMap,Nn.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}get lt(){return typeof this.G=="function"?Nn.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var $e=vi(ar(),1);var lr={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}},aa=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]],la=new Intl.RelativeTimeFormat("en",{numeric:"always"});function I(e,t,n=Date.now()){if(Number.isNaN(e.getTime()))return"Invalid date";if(t!=="R")return new Intl.DateTimeFormat(void 0,lr[t]??lr.f).format(e);let d=Math.round((e.getTime()-n)/1e3),[u,r]=aa.find(([,s])=>Math.abs(d)>=s)??["second",1];return la.format(Math.trunc(d/r),u)}function cr(e){let t=new Date(e),n=new Date;return t.toDateString()===n.toDateString()?I(t,"t"):`${I(t,"d")}, ${I(t,"t")}`}var Fn=new Set;setInterval(()=>Fn.forEach(e=>e.refresh()),1e3);var Gn=class extends HTMLElement{static observedAttributes=["unix","format"];connectedCallback(){this.format==="R"&&Fn.add(this),this.refresh()}disconnectedCallback(){Fn.delete(this)}attributeChangedCallback(){this.isConnected&&this.refresh()}get format(){return this.getAttribute("format")||"f"}refresh(){let t=new Date(Number(this.getAttribute("unix"))*1e3),n=I(t,this.format);this.textContent!==n&&(this.textContent=n),this.title=I(t,"F")}};customElements.define("ink-time",Gn);var ca=/^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/,fa=/^(#{1,3}) +([^\n]+?)(\n|$)/,pa=/^-# +([^\n]+?)(\n|$)/,ma=/^( *)([-*]|\d{1,9}\.) +(.*)$/,ha=e=>!e.prevCapture||/\n$/.test(e.prevCapture[0]),zn=e=>(t,n)=>ha(n)?e.exec(t):null,ga={...$e.rulesExtended.heading,match:zn(fa)},va={...$e.rulesExtended.subtext,match:zn(pa)},ba={order:$e.SimpleMarkdown.defaultRules.blockQuote.order,match:zn(ca),parse:(e,t,n)=>({items:e[0].trimEnd().split(`
`).map(u=>ma.exec(u)).map(([,u,r,s])=>({depth:Math.min(Math.floor(u.length/2),4),ordered:r.length>1,number:Number.parseInt(r,10),content:t(s,{...n,prevCapture:null})}))})},$a=$e.SimpleMarkdown.parserFor({...$e.rulesExtended,heading:ga,subtext:va,list:ba}),Vn=4096,ya=150;function Wn(e,t){if(!e)return l;if(e.length>Vn)return[Wn(e.slice(0,Vn),t),e.slice(Vn)];if(e.split("](").length>ya)return e;let n;try{n=$a(e,{inline:!0})}catch{return e}return Kn(n,t)}function Qn(e){return e.replace(/<a?:(\w+):\d+>/g,":$1:").replace(/<t:(-?\d+)(?::(\w))?>/g,(t,n,d)=>I(new Date(Number(n)*1e3),d??"f")).replace(/[*_~`|>#]+/g,"").replace(/\s+/g," ").trim()}function Kn(e,t){return typeof e=="string"?e:Array.isArray(e)?e.map(n=>wa(n,t)):l}function mt(e){try{let t=new URL(e);return t.protocol==="https:"||t.protocol==="http:"?t.href:null}catch{return null}}function _a(e,t){let n=mt(e);return n?o`<a href=${n} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`:t}function fr(e){if(e instanceof KeyboardEvent&&e.key!=="Enter"&&e.key!==" ")return;e.preventDefault();let t=e.currentTarget;t.classList.add("revealed"),t.removeAttribute("role"),t.removeAttribute("tabindex"),t.removeAttribute("aria-label")}var be=e=>o`<span class="mention">${e}</span>`;function wa(e,t){let n=()=>Kn(e.content,t);switch(e.type){case"text":return e.content;case"strong":return o`<strong>${n()}</strong>`;case"em":return o`<em>${n()}</em>`;case"underline":return o`<u>${n()}</u>`;case"strikethrough":return o`<s>${n()}</s>`;case"inlineCode":return o`<code>${e.content}</code>`;case"codeBlock":return o`<pre tabindex="0"><code>${e.content}</code></pre>`;case"blockQuote":return o`<blockquote>${n()}</blockquote>`;case"link":case"url":case"autolink":return _a(e.target,n());case"spoiler":return o`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler, press to reveal" @click=${fr}
        @keydown=${fr}><span>${n()}</span></span>`;case"heading":return o`<div class="heading heading-${e.level}" role="heading" aria-level=${e.level+2}>${n()}</div>`;case"subtext":return o`<div class="subtext">${n()}</div>`;case"list":return o`<div class="list" role="list">${e.items.map(d=>o`<div class="item depth-${d.depth}"
        role="listitem"><span class="bullet">${d.ordered?`${d.number}.`:d.depth?"\u25E6":"\u2022"}</span><span>${Kn(d.content,t)}</span></div>`)}</div>`;case"user":return be(`@${t.user(e.id)??"unknown-user"}`);case"channel":return be(`#${t.channel(e.id)??"unknown"}`);case"role":return be("@role");case"everyone":return be("@everyone");case"here":return be("@here");case"slashCommand":return be(`/${e.fullName}`);case"guildNavigation":return be(`#${e.navigation}`);case"emoji":return o`<span title=":${e.name}:">:${e.name}:</span>`;case"twemoji":return e.name;case"timestamp":return o`<ink-time class="timestamp" unix=${e.timestamp} format=${e.format??"f"}></ink-time>`;case"br":case"newline":return`
`;default:return n()}}var Q=e=>Wn(e??"",Od),We=(e,t)=>z(n=>{n&&t&&n.style.setProperty(e,t)}),ht=e=>e==null?null:`#${e.toString(16).padStart(6,"0")}`;function tn(e){return e?.name?e.id?o`<span class="emoji" title=":${e.name}:">:${e.name}:</span>`:o`<span class="emoji">${e.name}</span>`:l}var Qe=e=>e<1024?`${e} bytes`:e<1048576?`${(e/1024).toFixed(1)} KB`:`${(e/1048576).toFixed(1)} MB`,ye=e=>e?.url?.startsWith("/cdn/")?e.url:null,Xe=e=>{try{return decodeURIComponent(new URL(e,location.origin).pathname.split("/").pop()||"file")}catch{return"file"}},gt=/\.(png|jpe?g|gif|webp)$/i,Xn=e=>`${e}${e.includes("?")?"&":"?"}download=1`;function nn(e){e&&(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0}),e.focus({preventScroll:!0}),e.scrollIntoView({block:"nearest"}))}function vt(e,t,n=()=>{}){return o`<div class="popup ${e}" tabindex="0" role="group" aria-label="Suggestions" @keydown=${u=>{u.key==="Escape"&&(u.stopPropagation(),u.currentTarget.closest(".composer")?.querySelector("textarea, .chip-more")?.focus())}} @blur=${n}
    @mousedown=${u=>u.preventDefault()}>${t}</div>`}var pr=(e,t,n)=>{let d=new Map;for(let u=t;u<=n;u++)d.set(e[u],u);return d},bt=D(class extends P{constructor(e){if(super(e),e.type!==B.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let d;n===void 0?n=t:t!==void 0&&(d=t);let u=[],r=[],s=0;for(let a of e)u[s]=d?d(a,s):s,r[s]=n(a,s),s++;return{values:r,keys:u}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,d]){let u=yu(e),{values:r,keys:s}=this.dt(t,n,d);if(!Array.isArray(u))return this.ut=s,r;let a=this.ut??=[],c=[],h,m,p=0,b=u.length-1,v=0,y=r.length-1;for(;p<=b&&v<=y;)if(u[p]===null)p++;else if(u[b]===null)b--;else if(a[p]===s[v])c[v]=ue(u[p],r[v]),p++,v++;else if(a[b]===s[y])c[y]=ue(u[b],r[y]),b--,y--;else if(a[p]===s[y])c[y]=ue(u[p],r[y]),xe(e,c[y+1],u[p]),p++,y--;else if(a[b]===s[v])c[v]=ue(u[b],r[v]),xe(e,u[p],u[b]),b--,v++;else if(h===void 0&&(h=pr(s,v,y),m=pr(a,p,b)),h.has(a[p]))if(h.has(a[b])){let _=m.get(s[v]),L=_!==void 0?u[_]:null;if(L===null){let N=xe(e,u[p]);ue(N,r[v]),c[v]=N}else c[v]=ue(L,r[v]),xe(e,u[p],L),u[_]=null;v++}else Ut(u[b]),b--;else Ut(u[p]),p++;for(;v<=y;){let _=xe(e,c[y+1]);ue(_,r[v]),c[v++]=_}for(;p<=b;){let _=u[p++];_!==null&&Ut(_)}return this.ut=s,ke(e,c),C}});var $t=":more",X=null,S=-1,un="",Ye={key:"",offers:[],waiting:!1},Yn=0,Ma=e=>`[data-chip="${CSS.escape(e)}"]`;function G(e){let t=document.querySelector(`.slash ${Ma(e??$t)}`);t?.focus(),(t instanceof HTMLTextAreaElement||t instanceof HTMLInputElement&&t.type==="text")&&t.setSelectionRange(t.value.length,t.value.length)}function _t(e){return!!e.choices?.length||e.type===5||e.type>=6&&e.type<10}function rn(e,t){let n=e.values[t.name]?.picked===void 0?(e.values[t.name]?.text??"").trim().toLowerCase():"",d=u=>u.filter(r=>r.name.toLowerCase().includes(n)).slice(0,25);return t.autocomplete?Ye.key===`${e.entry.path} ${t.name}`?Ye.offers:[]:t.choices?.length?d(t.choices):t.type===5?d([{name:"True",value:!0},{name:"False",value:!1}]):t.type===7?d(i.channels.filter(u=>u.kind==="text").map(u=>({name:`#${u.name}`,value:u.id}))):t.type===8?[]:t.type>=6&&t.type<10?d([...i.users.values()].map(u=>({name:u.name,value:u.id}))):[]}async function vr(e,t){let n=++Yn,d=`${e.entry.path} ${t.name}`;if(Ye.key!==d&&(Ye={key:d,offers:[],waiting:!0}),await new Promise(s=>setTimeout(s,150)),n!==Yn)return;let u={...Dn(e,t.name),[t.name]:Ta(t,e)},r=await M.autocomplete(i.current,e.entry.path,u,t.name).catch(()=>[]);n===Yn&&(Ye={key:d,offers:r,waiting:!1},f())}var Ta=(e,t)=>t.values[e.name]?.text??"";function br(e,t,n){e.values[t.name]={text:n.name,picked:n.value},e.error?.name===t.name&&(e.error=void 0),$r(e,t.name)}function $r(e,t){let d=e.chips.slice(e.chips.indexOf(t)+1).find(u=>!e.values[u]?.text&&!e.values[u]?.file);f(),G(d??null)}function td(e,t){e.chips.push(t.name),un="",f(),G(t.name)}function Aa(e,t){let n=e.chips.indexOf(t);e.chips.splice(n,1),delete e.values[t],e.error?.name===t&&(e.error=void 0),f(),G(e.chips[n-1]??e.chips[n]??null)}function dn(e=""){T().slash=null,T().text=e,X=null,f(),document.querySelector(".composer textarea")?.focus()}function Ca(e){for(let t of e.chips){let n=J(e.entry,t),d=e.values[t];if(!d||d.picked!==void 0||!_t(n))continue;let u=d.text.trim().toLowerCase(),r=rn({...e,values:{}},n).find(s=>s.name.toLowerCase()===u);r&&(e.values[t]={text:r.name,picked:r.value})}}function yr(e){Ca(e),Pd(e)?(X=null,Pt(e).then(()=>document.querySelector(".composer textarea")?.focus())):(f(),G(e.error.name))}function Sa(e,t,n){let d=/(?:^|\s)([-_'\p{L}\p{N}]{1,32}):\s?$/u.exec(n),u=d&&J(e.entry,d[1]);if(!u)return!1;let r=n.slice(0,d.index).trim();return(u!==t||!r)&&(e.values[t.name]={text:r}),e.chips.includes(u.name)||e.chips.push(u.name),f(),G(u.name),!0}function Ra(e,t,n){Sa(e,t,n)||(e.values[t.name]={text:n},e.error?.name===t.name&&(e.error=void 0),S=_t(t)?0:-1,t.autocomplete&&vr(e,t),f())}function Zn(e,t,n){if(e.isComposing)return;let d=n?rn(t,n):_r(t),u=s=>n?br(t,n,s):td(t,s),r=e.target;if(d.length&&(e.key==="ArrowDown"||e.key==="ArrowUp"))return e.preventDefault(),S=e.key==="ArrowDown"?(S+1)%d.length:(Math.max(S,0)-1+d.length)%d.length,f(),document.getElementById(`offer-${S}`)?.scrollIntoView({block:"nearest"});if(e.key==="Enter"){e.preventDefault();let s=n&&t.values[n.name],a=S>=0&&(!n||s?.picked===void 0)?d[S]:void 0;return a?u(a):yr(t)}if(e.key==="Tab"&&!e.shiftKey&&S>=0&&d[S]&&r.value&&(!n||t.values[n.name]?.picked===void 0))return e.preventDefault(),u(d[S]);if(e.key==="Escape")return e.preventDefault(),dn();if(e.key==="Backspace"&&!r.value&&r.type!=="file"){if(e.preventDefault(),!n)return t.chips.length?G(t.chips.at(-1)):dn(`/${t.entry.path}`);if(!n.required)return Aa(t,n.name);let s=t.chips.indexOf(n.name);s>0?G(t.chips[s-1]):dn(`/${t.entry.path}`)}}function Da(e,t){let n=t.endsWith(":")&&Lt(e).find(d=>d.name===t.slice(0,-1).trim());if(n)return td(e,n);un=t,S=t?0:-1,f()}var _r=e=>Lt(e).filter(t=>t.name.includes(un.trim().toLowerCase().replace(/:$/,"")));function Jn(e,t){X=e;let n=J(t.entry,e);S=n&&_t(n)?0:-1,n?.autocomplete&&vr(t,n),f()}function wr(e){let t=X&&X!==$t?J(e.entry,X):void 0,n=Lt(e);return o`${t?La(e,t):X===$t&&n.length?Na(e):l}
    <div class="slash-head" id="slash-about"><b>/${e.entry.path}</b><span>${e.error?o`<span class="failure" role="alert">${e.error.name}: ${e.error.text}</span>`:t?o`${t.name}${t.description!=="\u2026"?` \u2014 ${t.description}`:l}`:e.entry.description}</span></div>
    <div class="entry slash" role="group" aria-label="/${e.entry.path}">
      <button type="button" class="ghost" aria-label="Leave this command" title="Leave this command" @click=${()=>dn()}>${g("x")}</button>
      <div class="chips"><span class="slash-name">/${e.entry.path}</span>${bt(e.chips,d=>d,d=>Oa(e,J(e.entry,d)))}
        ${n.length||!e.chips.length?o`<input type="text" class="chip-more" data-chip=${$t} autocomplete="off" aria-label="Add an option" placeholder=${n.length?`+${n.length} optional`:"Press Enter to send"}
          .value=${ft(un)} @input=${d=>Da(e,d.target.value)}
          @focus=${()=>Jn($t,e)} @blur=${()=>yt()} @keydown=${d=>Zn(d,e,null)}>`:l}</div>
      <button type="button" class="ghost send" aria-label="Send command" @click=${()=>yr(e)}>${g("send")}</button>
    </div>`}function yt(){setTimeout(()=>{document.activeElement?.closest(".slash, .popup")||(X=null,f())},100)}function Oa(e,t){let n=e.values[t.name],d=e.error?.name===t.name,u=`chip ${d?"wrong":""} ${X===t.name?"focused":""}`;if(t.type===11)return o`<label class="${u} chip-file"><span class="chip-name">${t.name}</span><span class="chip-value">${n?.file?`${n.file.name} \xB7 ${Qe(n.file.size)}`:"Choose a file"}</span>
      <input type="file" data-chip=${t.name} aria-label=${t.name} @focus=${()=>Jn(t.name,e)} @blur=${yt} @keydown=${a=>{(a.key!=="Enter"||n?.file)&&Zn(a,e,t)}}
        @change=${a=>Ia(e,t,a.target.files?.[0])}></label>`;let r=X===t.name&&rn(e,t).length>0,s=z(a=>{a&&mr(a)});return o`<label class=${u}><span class="chip-name">${t.name}</span><textarea rows="1" data-chip=${t.name} aria-label=${t.name} aria-describedby="slash-about"
    aria-invalid=${d?"true":l} aria-haspopup=${_t(t)||t.autocomplete?"listbox":l}
    aria-controls=${r?"offers":l} aria-activedescendant=${r&&S>=0?`offer-${S}`:l} spellcheck="false" inputmode=${t.type===4?"numeric":t.type===10?"decimal":l}
    .value=${ft(n?.text??"")} ${s} @input=${a=>{let c=a.target;Ra(e,t,c.value.replace(/\s*\n\s*/g," ")),mr(c)}}
    @focus=${()=>Jn(t.name,e)} @blur=${yt} @keydown=${a=>Zn(a,e,t)}></textarea></label>`}function mr(e){CSS.supports("field-sizing","content")||(e.style.width=`${Math.min(Math.max(e.value.length+1,4),60)}ch`)}function Ia(e,t,n){if(n){if(n.size>Sn)return de(`${n.name} is too large: files may have up to 10 MB.`);e.values[t.name]={text:n.name,file:n},$r(e,t.name)}}function La(e,t){let n=rn(e,t),d=t.autocomplete&&Ye.waiting;return e.values[t.name]?.picked!==void 0&&!t.autocomplete?l:n.length?vt("",o`<div class="popup-head">${t.name}</div><div id="offers" role="listbox" aria-label=${t.name}>${n.map((u,r)=>xr(r,u.name,u.about??"",()=>br(e,t,u)))}</div>`,yt):d?o`<div class="popup quiet">Asking Inkling…</div>`:_t(t)?o`<div class="popup quiet">Nothing here matches.</div>`:l}function Na(e){let t=_r(e);return t.length?vt("",o`<div class="popup-head">Optional</div><div id="offers" role="listbox" aria-label="Options">${t.map((n,d)=>xr(d,n.name,n.description,()=>td(e,n)))}</div>`,yt):o`<div class="popup quiet">No option has this name.</div>`}function xr(e,t,n,d){return o`<div id="offer-${e}" role="option" class="choice" aria-selected=${e===S?"true":"false"}
    @pointermove=${()=>{S!==e&&(S=e,f())}} @click=${d}><span class="choice-line"><b>${t}</b></span>${n&&n!=="\u2026"?o`<span class="choice-about">${n}</span>`:l}</div>`}var V=0,Er="",Mr=()=>T().text.startsWith("/")&&T().text!==Er?T().text.slice(1):null,Tr=()=>{let e=Mr();return e===null||e.includes(`
`)?[]:Td(me(),e)};function Ar(e){let t=T();t.slash=It(e),t.text="",f(),G(t.slash.chips[0]??null)}function Cr(e){let t=T();t.slash=xn(e,me()),t.text=t.slash?"":e,f(),t.slash?G(t.slash.chips[0]??null):document.querySelector(".composer textarea")?.focus()}function Pa(e){let t=e.target,n=T();if(n.text=t.value,V=0,n.slash=xn(t.value,me()),n.slash){n.text="";let d=n.slash.chips;f(),G(d.findLast(u=>n.slash?.values[u])??d[0]??null)}else f()}function ja(e){if(e.isComposing)return;let t=Tr();if(t.length){if(e.key==="ArrowDown"||e.key==="ArrowUp")return V=(V+(e.key==="ArrowDown"?1:-1)+t.length)%t.length,e.preventDefault(),f(),document.getElementById(`command-${V}`)?.scrollIntoView({block:"nearest"});if(e.key==="Tab"&&!e.shiftKey||e.key==="Enter"){e.preventDefault();let n=t[V];return e.key==="Enter"&&!n.options.length?void Pt(It(n)):Ar(n)}}if(e.key==="ArrowUp"&&!T().text){let n=(i.messages.get(i.current)??[]).findLast(d=>he(d).edit);n&&(e.preventDefault(),ge(n));return}if(e.key==="Escape")return Er=T().text,T().reply=null,f();e.key==="Enter"&&!e.shiftKey&&(e.preventDefault(),Rn())}function Ba(e){let t=e.clipboardData?.files;t?.length&&(e.preventDefault(),lt(t))}function Sr(){let e=ee(),t=T(),n=Tr();V>=n.length&&(V=0);let d=e?`Message ${e.kind==="dm"?"@":"#"}${e.name}`:"Message";return t.slash?o`<div class="composer">${wr(t.slash)}</div>`:o`<div class="composer">
    ${n.length?Ha(n):Mr()!==null&&!n.length?o`<div class="popup quiet">${me().length?"No command matches. Press Enter to send this as a message.":"Inkling has not registered its commands yet."}</div>`:l}
    ${t.reply?o`<div class="reply-bar"><span>Replying to <b>${we(t.reply.author).name}</b></span><button type="button" class="ghost"
      aria-label="Cancel reply" @click=${()=>{t.reply=null,f()}}>${g("x")}</button></div>`:l}
    ${t.files.length?o`<ul class="trays" aria-label="Files to send">${t.files.map(Ua)}</ul>`:l}
    <div class="entry">
      <label class="ghost attach" title="Attach files">${g("plus")}<input type="file" multiple aria-label="Attach files" @change=${u=>{let r=u.target;lt(r.files??[]),r.value=""}}></label>
      <textarea rows="1" aria-label=${d} placeholder=${d} aria-haspopup="listbox" aria-controls=${n.length?"commands":l}
        aria-autocomplete="list" aria-activedescendant=${n.length?`command-${V}`:l} spellcheck="false" .value=${ft(t.text)}
        @input=${Pa} @keydown=${ja} @paste=${Ba}></textarea>
      <button type="button" class="ghost send" aria-label="Send message" ?disabled=${!t.text.trim()&&!t.files.length} @click=${()=>Rn()}>${g("send")}</button>
    </div></div>`}function Ha(e){let t=i.users.get(i.bot);return vt("picker",o`<div class="popup-head">${t?q(t):l}${t?.name}</div>
    <div id="commands" role="listbox" aria-label="Commands">${e.map((n,d)=>o`<div id="command-${d}" role="option" class="choice"
      aria-selected=${d===V?"true":"false"} @pointermove=${()=>{V!==d&&(V=d,f())}}
      @click=${()=>Ar(n)}>
      <span class="choice-line"><b>/${n.path}</b>${n.options.filter(u=>u.required).map(u=>o`<span class="hint">${u.name}</span>`)}${n.options.some(u=>!u.required)?o`<span class="more">+${n.options.filter(u=>!u.required).length} optional</span>`:l}</span>
      <span class="choice-about">${n.description}</span></div>`)}</div>`)}var kr=new WeakMap;function qa(e){let t=kr.get(e);return t||kr.set(e,t=URL.createObjectURL(e)),t}function Ua(e){let t=()=>{T().files=T().files.filter(n=>n!==e),f()};return o`<li class="tray">${gt.test(e.name)?o`<img src=${qa(e)} alt="">`:g("fileText")}
    <span class="file-name" title=${e.name}>${e.name}</span><span class="file-size">${Qe(e.size)}</span>
    <button type="button" class="ghost" aria-label="Remove ${e.name}" @click=${t}>${g("x")}</button></li>`}function on(e,t){if(!e?.url?.startsWith("attachment://"))return e;let n=e.url.slice(13);return t.attachments.find(d=>d.filename===n)??e}function an(e,t){return Dr(e.map(n=>{let d=on(n.media,t),u=ye(d),r=Xe(d?.url??"");return{url:u??"",alt:n.description??"",name:r,caption:n.description??r,width:d?.width,height:d?.height,spoiler:n.spoiler,outside:u?void 0:d?.url??""}}))}function Rr(e){if(!e.length)return l;let t=e.filter(d=>gt.test(d.filename)),n=e.filter(d=>!gt.test(d.filename));return o`
    ${t.length?Dr(t.map(d=>({url:d.url,alt:d.description??"",name:d.filename,caption:d.description??d.filename,width:d.width,height:d.height,spoiler:d.filename.startsWith("SPOILER_")}))):l}
    ${n.map(d=>nd(d.url,d.filename,d.size))}`}function nd(e,t,n){return o`<div class="file">
    ${g("fileText")}
    <div class="file-words"><span class="file-name" title=${t}>${t}</span>${n?o`<span class="file-size">${Qe(n)}</span>`:l}</div>
    ${e?o`<a class="ghost" href=${Xn(e)} download=${t} aria-label="Download ${t}">${g("download")}</a>`:l}
  </div>`}function Dr(e){let t=e.filter(u=>!u.outside),n=u=>{i.picture={all:t,at:t.indexOf(u)},f()},d=(u,r)=>{let s=u.currentTarget;s.classList.contains("veiled")?s.classList.remove("veiled"):n(r)};return o`<div class="gallery gallery-${Math.min(e.length,10)}">${e.map(u=>u.outside!==void 0?o`<div class="outside">${g("lock")}<span>A picture elsewhere is not loaded here.</span>
        ${/^https?:/.test(u.outside)?o`<a href=${u.outside} target="_blank" rel="noopener noreferrer">Open it</a>`:l}</div>`:o`<button type="button" class=${u.spoiler?"picture veiled":"picture"} aria-label=${u.alt?`Open picture: ${u.alt}`:`Open picture ${u.name}`}
        @click=${r=>d(r,u)}
        ${We("--ratio",u.width&&u.height?`${u.width} / ${u.height}`:null)}>
        <img src=${u.url} alt=${u.alt} loading="lazy" decoding="async" width=${u.width??l} height=${u.height??l}>
        ${u.alt?o`<span class="alt-mark" aria-hidden="true" title=${u.alt}>ALT</span>`:l}
        ${u.spoiler?o`<span class="veil-word">Spoiler</span>`:l}
      </button>`)}</div>`}function ln(e,t,n,d=!1){let u=ye(on(e,n));if(!u)return l;let r={url:u,alt:t??"",name:Xe(u),caption:t??Xe(u)};return o`<button type="button" class="thumbnail ${d?"veiled":""}" aria-label="Open picture: ${r.caption}"
    @click=${()=>{i.picture={all:[r],at:0},f()}}><img src=${u} alt=${r.alt} loading="lazy"></button>`}var sn=Ee();function Or(){let e=i.picture;if(!e)return l;let t=e.all[e.at],n=()=>{i.picture=null,f()},d=r=>{e.at=(e.at+r+e.all.length)%e.all.length,f()},u=r=>{r.key==="ArrowRight"&&d(1),r.key==="ArrowLeft"&&d(-1)};return queueMicrotask(()=>{sn.value&&!sn.value.open&&sn.value.showModal()}),o`<dialog ${z(sn)} class="light-box" aria-label="Picture" @close=${n} @keydown=${u}
      @click=${r=>{r.target.matches("dialog, .light-stage")&&n()}}>
    <div class="light-bar">
      <span class="light-count">${e.all.length>1?`${e.at+1} of ${e.all.length}`:l}</span>
      <a class="ghost" href=${Xn(t.url)} download=${t.name} aria-label="Download picture">${g("download")}<span>Download picture</span></a>
      <button type="button" class="ghost" aria-label="Close" @click=${n}>${g("x")}</button>
    </div>
    <div class="light-stage">
      ${e.all.length>1?o`<button type="button" class="ghost turn" aria-label="Previous picture" @click=${()=>d(-1)}>‹</button>`:l}
      <img src=${t.url} alt=${t.alt}>
      ${e.all.length>1?o`<button type="button" class="ghost turn" aria-label="Next picture" @click=${()=>d(1)}>›</button>`:l}
    </div>
    <p class="light-caption">${t.caption}</p>
  </dialog>`}var Ir=D(class extends P{constructor(){super(...arguments),this.key=l}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(ke(e),this.key=t),n}});var Fa=["","primary","secondary","success","danger","link","premium"];function Ze(e,t){return e.map(n=>Lr(n,t))}function Lr(e,t){switch(e.type){case 1:return o`<div class="row">${Ze(e.components??[],t)}</div>`;case 2:return Ga(e,t);case 3:case 5:case 6:case 7:case 8:return Va(e,t);case 9:return o`<div class="section"><div class="section-words">${Ze(e.components??[],t)}</div>
      <div class="section-side">${e.accessory?Lr(e.accessory,t):l}</div></div>`;case 10:return o`<div class="text prose">${Q(e.content)}</div>`;case 11:return ln(e.media,e.description,t,e.spoiler);case 12:return an(e.items??[],t);case 13:{let n=on(e.file,t),d=ye(n);return nd(d??"",e.name??Xe(n?.url??""),e.size)}case 14:return o`<div class="separator ${e.divider===!1?"bare":""} ${e.spacing===2?"wide":""}"
      role="separator"></div>`;case 17:return o`<div class="container ${e.spoiler?"veiled":""} ${ht(e.accent_color)?"accented":""}"
      ${We("--accent-bar",ht(e.accent_color))}
      @click=${n=>n.currentTarget.classList.remove("veiled")}>${Ze(e.components??[],t)}</div>`;default:return o`<div class="unknown">A component of kind ${e.type} is not shown here yet.</div>`}}function Ga(e,t){let n=o`${tn(e.emoji)}${e.label?o`<span>${e.label}</span>`:l}`,d=e.label||e.emoji?.name||"Button";if(e.style===5){let r=mt(e.url??"");return o`<a class="button button-link" href=${r??l} target="_blank" rel="noopener noreferrer">${n}${g("externalLink")}</a>`}let u=i.busy.has(`${t.id}:${e.custom_id}`);return o`<button type="button" class="button button-${Fa[e.style??2]??"secondary"} ${u?"busy":""}"
    ?disabled=${!!e.disabled} aria-busy=${u?"true":l} aria-label=${d}
    @click=${()=>{u||Bd(t,e.custom_id??"")}}>${n}</button>`}function dd(e){return e.type===3?e.options??[]:e.type===8?i.channels.filter(t=>t.kind==="text").map(t=>({label:`#${t.name}`,value:t.id})):e.type===6?[]:[...i.users.values()].map(t=>({label:t.name,value:t.id}))}function Va(e,t){let n=i.busy.has(`${t.id}:${e.custom_id}`),d=dd(e),u=e.placeholder||"Make a selection",r=(e.max_values??1)>1,s=a=>{Hd(t,e.custom_id??"",a)};return r?Ka(e,d,u,n,s):o`<span class="menu ${n?"busy":""}"><select aria-label=${u} ?disabled=${!!e.disabled||n}
      @change=${a=>s([a.target.value])}>
      ${d.some(a=>a.default)?l:o`<option value="" disabled selected hidden>${u}</option>`}
      ${d.map(a=>o`<option value=${a.value} ?selected=${!!a.default}>${a.emoji?.name&&!a.emoji.id?`${a.emoji.name} `:""}${a.label}${a.description?` \u2014 ${a.description}`:""}</option>`)}
    </select>${g("chevronDown")}</span>`}function Ka(e,t,n,d,u){let r=a=>{let c=a.currentTarget.closest("details");u([...c.querySelectorAll("input:checked")].map(h=>h.value)),c.open=!1},s=a=>{let c=a.currentTarget.closest("details"),h=c.querySelectorAll("input:checked").length;c.querySelector("button").disabled=h<(e.min_values??1)||h>(e.max_values??1)};return o`<details class="menu many ${d?"busy":""}"><summary aria-label=${n}>${n}${g("chevronDown")}</summary>
    <div class="many-list" role="group" aria-label=${n}>${t.map(a=>o`<label><input type="checkbox" value=${a.value}
      ?checked=${!!a.default} @change=${s}><span>${a.label}${a.description?o`<small>${a.description}</small>`:l}</span></label>`)}
      <button type="button" class="button button-primary" @click=${r} ?disabled=${(e.min_values??1)>t.filter(a=>a.default).length}>Choose</button></div></details>`}var ud=4,Pr=19,rd=21,jr=22,id=23,wt=Ee();function Br(){let e=i.modal;if(!e)return l;queueMicrotask(()=>{!wt.value||wt.value.open||(wt.value.showModal(),wt.value.querySelector(".modal-body :is(textarea, input, select)")?.focus())});let t=()=>{i.modal===e&&(i.modal=null,f())},n=d=>{d.preventDefault(),i.modalBusy||Fd(...Qa(e.components,d.currentTarget))};return Ir(e.id,o`<dialog ${z(wt)} class="modal" aria-labelledby="modal-title" @close=${t}>
    <form @submit=${n} novalidate>
      <header><span class="avatar avatar-bot" aria-hidden="true">${te()}</span><h2 id="modal-title">${e.title}</h2>
        <button type="button" class="ghost" aria-label="Close" @click=${t}>${g("x")}</button></header>
      <div class="modal-body">
        ${e.components.map(za)}
        ${i.modalError?o`<p class="failure" role="alert">${g("alert")}${i.modalError}</p>`:l}
      </div>
      <footer><button type="button" class="button button-secondary" @click=${t}>Cancel</button>
        <button type="submit" class="button button-primary ${i.modalBusy?"busy":""}" aria-busy=${i.modalBusy?"true":l}>Submit</button></footer>
    </form></dialog>`)}function za(e){return e.type===10?o`<div class="text prose">${Q(e.content)}</div>`:e.type===18&&e.component?Nr(e.component,e.label??"",e.description??""):(e.components??[]).map(t=>Nr(t,t.label??"",""))}function Nr(e,t,n){let d=`field-${e.custom_id}`,u=e.required!==!1&&e.type!==id,r=u?o`<span class="star" aria-hidden="true">*</span>`:l,s=n?o`<p class="about" id="${d}-about">${n}</p>`:l;return e.type===rd||e.type===jr?o`<fieldset class="field"><legend>${t}${r}</legend>${s}${(e.options??[]).map(a=>o`<label class="tick">
      <input type=${e.type===rd?"radio":"checkbox"} name=${e.custom_id} value=${a.value} ?checked=${!!a.default}>
      <span>${a.label}${a.description?o`<small>${a.description}</small>`:l}</span></label>`)}</fieldset>`:e.type===id?o`<div class="field"><label class="tick"><input type="checkbox" name=${e.custom_id} ?checked=${!!e.default}><span>${t}</span></label>${s}</div>`:o`<div class="field"><label for=${d}>${t}${r}</label>${s}${Wa(e,d,u,n)}</div>`}function Wa(e,t,n,d){let u=d?`${t}-about`:l;if(e.type===ud&&e.style===2)return o`<textarea id=${t} name=${e.custom_id} rows="5" ?required=${n} placeholder=${e.placeholder??""} aria-describedby=${u}
      maxlength=${e.max_length??l} .value=${e.value??""}></textarea>`;if(e.type===ud)return o`<input id=${t} name=${e.custom_id} type="text" autocomplete="off" ?required=${n} placeholder=${e.placeholder??""}
      aria-describedby=${u} maxlength=${e.max_length??l} .value=${e.value??""}>`;if(e.type===Pr)return o`<input id=${t} name=${e.custom_id} type="file" ?multiple=${(e.max_values??1)>1}>`;let r=dd(e),s=(e.max_values??1)>1;return o`<select id=${t} name=${e.custom_id} ?multiple=${s} ?required=${n}>
    ${s||r.some(a=>a.default)?l:o`<option value="" ?disabled=${n} selected>${e.placeholder||"Make a selection"}</option>`}
    ${r.map(a=>o`<option value=${a.value} ?selected=${!!a.default}>${a.label}</option>`)}</select>`}function Qa(e,t){let n={},d=[],u=r=>[...t.elements].filter(s=>s.name===r);for(let r of e.flatMap(s=>s.component??s.components??[])){let s=r.custom_id;if(!s)continue;let[a]=u(s);if(a)if(r.type===ud)n[s]=a.value;else if(r.type===id)n[s]=a.checked;else if(r.type===rd)n[s]=u(s).find(c=>c.checked)?.value??null;else if(r.type===jr)n[s]=u(s).filter(c=>c.checked).map(c=>c.value);else if(r.type===Pr){n[s]=[];for(let c of a.files??[])d.push([s,c])}else n[s]=[...a.selectedOptions].map(c=>c.value).filter(Boolean)}return[n,d]}var Xa={},Hr=D(class extends P{constructor(){super(...arguments),this.ot=Xa}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((d,u)=>d===this.ot[u]))return C}else if(this.ot===t)return C;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}});var Ya=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F389}","\u{1F440}","\u{1F64F}","\u2705","\u{1F525}"],cn=Ee(),Je=null;function ie(e,t,n){Je=document.activeElement,i.sheet={message:e.id,kind:t,confirming:!1},f();let d=cn.value;if(!d)return;d.open||d.showModal();let{offsetWidth:u,offsetHeight:r}=d;d.style.setProperty("--x",`${Math.max(8,Math.min(n.x,innerWidth-u-8))}px`),d.style.setProperty("--y",`${Math.max(8,Math.min(n.y,innerHeight-r-8))}px`)}var fn=e=>{let t=e.currentTarget.getBoundingClientRect();return{x:t.right-240,y:t.bottom+4}};function et(){i.sheet=null,cn.value?.close(),f(),!(!(Je instanceof HTMLElement)||!Je.isConnected||document.activeElement!==document.body)&&(Je.matches("article")?nn(Je):Je.focus())}function qr(e,t){let n=e.target;if(i.sheet)return e.preventDefault();if(n.closest("a, textarea, input, select")||getSelection()?.toString()&&!matchMedia("(hover: none)").matches)return;e.preventDefault();let d=e.currentTarget.getBoundingClientRect(),u=e.clientX||e.clientY;ie(t,"all",u?{x:e.clientX,y:e.clientY}:{x:d.left+72,y:d.top+24})}var Za=450,re=null;function Ur(e,t){if(e.pointerType!=="touch"||e.target.closest("a, button, select, textarea, input"))return;kt();let{clientX:n,clientY:d}=e;re={x:n,y:d,timer:setTimeout(()=>{re=null,i.sheet||ie(t,"all",{x:n,y:d})},Za)}}function Fr(e){re&&Math.hypot(e.clientX-re.x,e.clientY-re.y)>10&&kt()}function kt(){re&&clearTimeout(re.timer),re=null}function Ja(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(!t)return;e.preventDefault();let n=[...e.currentTarget.querySelectorAll("button")];n[(n.indexOf(document.activeElement)+t+n.length)%n.length]?.focus()}function Gr(){let e=i.sheet,t=e&&i.messages.get(i.current)?.find(n=>n.id===e.message);return!e||!t?l:o`<dialog ${z(cn)} class="sheet" aria-label=${e.kind==="react"?"Add a reaction":"Message actions"} @close=${()=>{i.sheet&&et()}}
    @keydown=${Ja} @click=${n=>{n.target===n.currentTarget&&et()}}
    @contextmenu=${n=>n.preventDefault()}><div class="sheet-body">${e.confirming?dl(t):o`${el(t)}${e.kind==="all"?tl(t):l}`}</div></dialog>`}function el(e){return(e.flags??0)&64?l:o`<div class="quick" role="group" aria-label="Quick reactions">${Ya.map(t=>{let n=!!e.reactions?.some(d=>d.emoji.name===t&&d.me);return o`<button type="button" class=${n?"mine":""} aria-label="React with ${t}" aria-pressed=${n} @click=${()=>{et(),jt(e,t,n)}}>${t}</button>`})}</div>`}function tl(e){let t=he(e),n=t.use?Dd():[];return o`<div class="doings">
    ${t.answer?xt("reply","Reply",()=>at(e)):l}
    ${t.edit?xt("pencil","Edit message",()=>ge(e)):l}
    ${e.content?xt("copy","Copy text",()=>{navigator.clipboard?.writeText(e.content)}):l}
    ${t.dismiss?xt("eye","Dismiss message",()=>{Ht(e)}):l}
    ${t.delete?o`<button type="button" class="doing danger" @click=${()=>nl()}>${g("trash")}<span>Delete message</span></button>`:l}
    ${n.length?o`<div role="group" aria-labelledby="apps"><h2 id="apps">Apps</h2>${n.map(d=>xt("grid",d,()=>{qd(e,d)},i.users.get(i.bot)?.name))}</div>`:l}</div>`}function xt(e,t,n,d){return o`<button type="button" class="doing" @click=${()=>{et(),n()}}>${g(e)}<span>${t}</span>${d?o`<small aria-hidden="true">${d}</small>`:l}</button>`}function nl(){i.sheet&&(i.sheet.confirming=!0),f(),cn.value?.querySelector("button")?.focus()}function dl(e){return o`<p class="sheet-ask">Delete this message${ee()?.kind==="dm"?"":" for everyone"}? It cannot be brought back.</p>
    <div class="sheet-answers"><button type="button" class="button button-secondary" @click=${et}>Keep it</button>
    <button type="button" class="button button-danger" @click=${()=>{et(),Ud(e)}}>Delete</button></div>`}var rl=420*1e3,Et=(e,t)=>((e.flags??0)&t)!==0;function Vr(e,t){return!!t&&t.author.id===e.author.id&&!e.referenced_message&&!e.interaction_metadata&&!Et(e,64)&&!Et(t,64)&&new Date(e.timestamp).getTime()-new Date(t.timestamp).getTime()<rl}function Kr(e,t){let n=we(e.author),d=Et(e,64),u=Et(e,128),r=new Date(e.timestamp),s=e.mentions?.some(a=>a.id===i.me)&&e.author.id!==i.me;return o`<article class="message ${t?"compact":""} ${d?"ephemeral":""} ${s?"mentions-me":""}"
      aria-label=${`${n.name}, ${I(r,"t")}`} data-message=${e.id}
      @contextmenu=${a=>qr(a,e)} @pointerdown=${a=>Ur(a,e)}
      @pointermove=${Fr} @pointerup=${kt} @pointercancel=${kt} @keydown=${a=>sl(a,e)}>
    ${ll(e)}
    ${t?o`<span class="gutter" aria-hidden="true">${I(r,"t")}</span>`:o`<span class="gutter">${q(n)}</span>`}
    <div class="body">
      ${t?l:o`<header><span class="author ${n.bot?"by-bot":""}">${n.name}</span>${n.bot?o`<span class="tag">App</span>`:l}<time datetime=${e.timestamp} title=${I(r,"F")}>${cr(e.timestamp)}</time></header>`}
      ${u?o`<p class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${n.name} is thinking…</p>`:i.editing===e.id?ol(e):al(e)}
      ${pl(e)}
      ${i.failures.has(e.id)?o`<p class="failure" role="alert">${g("alert")}${i.failures.get(e.id)}</p>`:l}
      ${d?o`<p class="only-you">${g("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link"
        @click=${()=>Ht(e)}>Dismiss message</button></p>`:l}
    </div>
    ${u||i.editing===e.id?l:il(e,n.name)}
  </article>`}function il(e,t){let n=he(e);return o`<div class="tools" role="group" aria-label="Actions">
    ${n.answer?o`<button type="button" class="ghost" aria-label="Add a reaction" title="Add a reaction" @click=${d=>ie(e,"react",fn(d))}>${g("smile")}</button>
      <button type="button" class="ghost" aria-label="Reply to ${t}" title="Reply" @click=${()=>at(e)}>${g("reply")}</button>`:l}
    ${n.edit?o`<button type="button" class="ghost" aria-label="Edit message" title="Edit" @click=${()=>ge(e)}>${g("pencil")}</button>`:l}
    <button type="button" class="ghost" aria-label="More actions" title="More" aria-haspopup="dialog" @click=${d=>ie(e,"all",fn(d))}>${g("ellipsis")}</button></div>`}function sl(e,t){if(e.target!==e.currentTarget||e.ctrlKey||e.metaKey||e.altKey)return;let n=he(t),d=e.currentTarget.getBoundingClientRect(),u={x:d.left+72,y:d.top+24};if(e.key==="Enter")ie(t,"all",u);else if(e.key==="r"&&n.answer)at(t);else if(e.key==="e"&&n.edit)ge(t);else if(e.key==="+"&&n.answer)ie(t,"react",u);else return;e.preventDefault()}function ol(e){let t=d=>d.currentTarget.closest(".editing").querySelector("textarea"),n=d=>{d.stopPropagation(),!d.isComposing&&(d.key==="Escape"&&Bt(),d.key==="Enter"&&!d.shiftKey&&(d.preventDefault(),In(e,t(d).value)))};return o`<div class="editing"><textarea aria-label="Edit message" rows="1" maxlength="2000" spellcheck="false" .value=${e.content} @keydown=${n}></textarea>
    <div class="edit-foot"><button type="button" class="link" @click=${Bt}>Cancel</button><span aria-hidden="true">·</span><button type="button" class="link"
      @click=${d=>{In(e,t(d).value)}}>Save</button></div></div>`}function al(e){let t=e.edited_timestamp?o`<span class="edited" title=${I(new Date(e.edited_timestamp),"F")}>(edited)</span>`:l;return Et(e,32768)?o`<div class="parts">${Ze(e.components,e)}</div>${e.edited_timestamp?o`<div class="edited-line">${t}</div>`:l}`:o`${e.content||e.edited_timestamp?o`<div class="text prose">${Q(e.content)}${e.edited_timestamp?o` ${t}`:l}</div>`:l}
    ${Rr(e.attachments??[])}
    ${(e.embeds??[]).map(n=>ml(n,e))}
    ${e.components?.length?o`<div class="parts">${Ze(e.components,e)}</div>`:l}`}function ll(e){let t=e.interaction_metadata,n=t?.name??e.interaction?.name;if(t&&n&&!e.referenced_message){let s=we(t.user);return o`<div class="context">${q(s)}<span class="context-name">${s.name}</span> used <span class="mention">${t.command_type===3?"":"/"}${n}</span></div>`}let d=e.referenced_message;if(!e.message_reference&&!d)return l;if(!d)return o`<div class="context"><em>Original message was deleted</em></div>`;let u=we(d.author),r=Qn(d.content)||cl(d)||(d.attachments?.length?"Click to see attachment":"Click to see message");return o`<div class="context">${q(u)}<button type="button" class="context-jump" title="Go to this message"
    @click=${()=>fl(d.id)}><span class="context-name">${u.name}</span><span class="context-words">${r}</span></button></div>`}function cl(e){let t=[...e.components??[]];for(let n=t.shift();n;n=t.shift()){if(n.content)return Qn(n.content);t.unshift(...n.components??[])}return""}function fl(e){let t=document.querySelector(`[data-message="${CSS.escape(e)}"]`);t?.scrollIntoView({block:"center",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),t?.classList.add("found"),setTimeout(()=>t?.classList.remove("found"),1600)}function pl(e){return e.reactions?.length?o`<div class="reactions">${e.reactions.map(t=>o`<button type="button" class="reaction ${t.me?"mine":""}" aria-pressed=${t.me}
    aria-label=${`${t.emoji.name}, ${t.count}`} ?disabled=${!!t.emoji.id} @click=${()=>jt(e,t.emoji.name??"",t.me)}>${tn(t.emoji)}<b>${t.count}</b></button>`)}
    <button type="button" class="reaction add" aria-label="Add a reaction to this" title="Add a reaction" @click=${t=>ie(e,"react",fn(t))}>${g("smile")}</button></div>`:l}function ml(e,t){let n=mt(e.url??""),d=[e.footer?.text,e.timestamp?I(new Date(e.timestamp),"f"):""].filter(Boolean).join(" \xB7 ");return o`<div class="embed" ${We("--accent-bar",ht(e.color))}><div class="embed-words">
    ${e.author?o`<div class="embed-author">${e.author.name}</div>`:l}
    ${e.title?o`<div class="embed-title">${n?o`<a href=${n} target="_blank" rel="noopener noreferrer">${e.title}</a>`:Q(e.title)}</div>`:l}
    ${e.description?o`<div class="text prose">${Q(e.description)}</div>`:l}
    ${e.fields?.length?o`<dl class="fields">${e.fields.map(u=>o`<div class=${u.inline?"inline":""}><dt>${Q(u.name)}</dt><dd class="prose">${Q(u.value)}</dd></div>`)}</dl>`:l}
    ${ye(e.image)?an([{media:e.image}],t):l}
    ${d?o`<div class="embed-foot">${d}</div>`:l}
    </div>${e.thumbnail?ln(e.thumbnail,null,t):l}</div>`}function zr(e){let t=i.users.get(i.me),n=i.users.get(i.bot);return o`<article class="message pending" aria-label=${`/${e.path}, ${e.failed?"failed":"sending"}`}>
    <div class="context">${t?q(t):l}<span class="context-name">${t?.name}</span> used <span class="mention">/${e.path}</span></div>
    <span class="gutter"><span class="avatar avatar-bot" aria-hidden="true">${te()}</span></span>
    <div class="body"><header><span class="author by-bot">${n?.name}</span><span class="tag">App</span></header>
      ${e.failed?o`<p class="failure" role="alert">${g("alert")}The application did not respond</p>
        <p class="only-you">${g("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link" @click=${()=>jd(e.id)}>Dismiss message</button></p>`:o`<p class="thinking" role="status">Sending command…</p>`}
    </div></article>`}var hl=120,gl=1500,se=!0,Wr="",Qr=0,Jr=-1/0,Xr="",Yr=null,Zr=new ResizeObserver(()=>tt());function ei(e,t){let n=ee(),d=i.messages.get(i.current)??[],u=i.pending.filter(s=>s.channel===i.current),r=u.at(-1)?.id??d.findLast(s=>s.author.id===i.me)?.id??"";return r!==Xr&&(Xr=r,se=!0),o`<div class="scroller" tabindex="0" @scroll=${yl} @keydown=${_l} @wheel=${{handleEvent:pn,passive:!0}}
    @touchmove=${{handleEvent:pn,passive:!0}} @pointerdown=${pn}>
    <div class="messages" role="log" aria-label="Messages">
      ${n&&i.loaded?bl(n,e[n.kind],t,!d.length&&!u.length):l}
      ${bt(d,s=>s.id,(s,a)=>vl(s,d[a-1]))}
      ${bt(u,s=>s.id,zr)}
    </div></div>
    ${se?l:o`<button type="button" class="to-end" @click=${wl}>${g("arrowDown")}<span>Newest messages</span></button>`}`}function vl(e,t){let n=new Date(e.timestamp).toDateString(),d=!t||new Date(t.timestamp).toDateString()!==n,u=!d&&Vr(e,t);return o`${d&&t?o`<div class="day" role="separator"><span>${I(new Date(e.timestamp),"D")}</span></div>`:l}
    ${Hr([e,u,n],()=>Kr(e,u))}`}function bl(e,t,n,d){let u=new Set(me().map(s=>s.path.split(" ")[0])),r=t.filter(s=>u.has(s.slice(1).split(" ")[0]));return o`<div class="welcome ${d?"":"small"}">
    <div class="welcome-mark" aria-hidden="true">${e.kind==="dm"?o`<span class="avatar avatar-bot">${te()}</span>`:g("hash")}</div>
    <h2>${e.kind==="dm"?"Inkling":`Welcome to #${e.name}`}</h2>
    <p>${e.kind==="dm"?"Your direct messages with Inkling. Nobody else sees them.":o`Inkling paints what you describe. Type <kbd>/</kbd> to see what it can do${d&&r.length?", or begin with one of these":""}.`}</p>
    ${d&&r.length?o`<div class="suggestions">${r.map(s=>o`<button type="button" @click=${()=>n(s.includes(" ")?s:`${s} `)}>${$l(s)}</button>`)}</div>`:l}
  </div>`}function $l(e){let[t,...n]=e.split(" "),d=n.join(" ").replace(/^prompt: /,"").replace(/ count: (\d)$/,", $1 pictures");return o`<b>${t}</b>${d?o` ${d}`:l}`}function pn(){Jr=performance.now()}function yl(e){let t=e.currentTarget,n=t.scrollHeight-t.scrollTop-t.clientHeight<hl,d=t.scrollTop<Qr&&performance.now()-Jr<gl;Qr=t.scrollTop;let u=n||se&&!d;u!==se&&(se=u,f())}function _l(e){pn();let t=e.target,n=e.currentTarget,d={ArrowUp:-1,ArrowDown:1}[e.key];if(!d||!(t===n||t.matches("article.message")))return;let u=[...n.querySelectorAll("article[data-message]")],r=u.indexOf(t),s=u[r<0?d<0?u.length-1:0:r+d];s&&(e.preventDefault(),nn(s))}function wl(){se=!0,tt(),f()}function tt(){let e=document.querySelector(".scroller");if(!e)return;let t=e.firstElementChild;t&&t!==Yr&&(Zr.disconnect(),Zr.observe(t),Yr=t),Wr!==i.current&&(Wr=i.current,se=!0),se&&(e.scrollTop=e.scrollHeight)}var di=[["limit","Rate limit","Discord answers the next three requests with \u201Ctoo many\u201D; Inkling waits and asks again."],["errors","Server errors","Discord's next two answers are errors (502); Inkling tries again by itself."],["slow","Slow network","Every answer from Discord takes two seconds longer, until you make all well."],["drop","Cut the connection","Inkling loses its live connection once, takes it up again and reads what it missed."],["session","Forget the session","The connection is cut and cannot be resumed; Inkling has to log in anew."],["expire","Expire all tokens","Buttons and commands asked so far count as 15 minutes old; results come another way."]],xl=1e3,kl=2500,ti,mn="",El=()=>di.filter(([e])=>i.trouble[e]).map(([,e])=>e.toLowerCase()).join(", ");async function Mt(){clearTimeout(ti),i.trouble=await M.troubles().catch(()=>({})),f(),Object.keys(i.trouble).length&&(ti=setTimeout(()=>{Mt()},xl))}async function ui(e){let t=await F(M.trouble(e));t&&(i.trouble=t,mn=t[e]?"":e,setTimeout(()=>{mn===e&&(mn="",f())},kl),await Mt())}function sd(){i.troubleShown=!i.troubleShown,f(),i.troubleShown&&Mt()}function Ml(e){let t=i.trouble[e];return t?o`<span class="left">${e==="slow"?"on":`${t} left`}</span>`:mn===e?o`<span class="left" role="status">done</span>`:l}function ri(){let e=El();return i.troubleShown?o`<section class="made-trouble" aria-label="Trouble">
    <div class="made-head"><h2>${g("trouble")}Trouble, on purpose</h2><span class="spacer"></span>${ni(!e)}<button type="button" class="ghost" aria-label="Close the trouble panel"
      @click=${sd}>${g("x")}</button></div>
    <p>A bad day at Discord, to see what Inkling does then. It touches only this playground.</p>
    <div class="kinds">${di.map(([t,n,d])=>o`<button type="button" class="kind ${i.trouble[t]?"on":""}" @click=${()=>{ui(t)}}><span class="kind-name">${n}${Ml(t)}</span> <span class="kind-about">${d}</span></button>`)}</div></section>`:e?o`<div class="banner made" role="status">${g("trouble")}<span>Trouble is on: ${e}.</span>${ni()}</div>`:l}var ni=(e=!1)=>o`<button type="button" class="button button-secondary" ?disabled=${e} @click=${()=>{ui("well")}}>Make all well</button>`;var Tl={text:["/imagine prompt: a red apple on a blue background","/imagine prompt: a green tree in the snow count: 4","/help"],dm:["/imagine prompt: a yellow moon over the sea","/help"]};function si(){let e=ee();return o`
    <header class="mark"><span class="mark-dot" aria-hidden="true"></span><span><b>Playground</b> — a Discord on this computer.<span class="wide-only"> Nothing leaves it, and it starts fresh each time.</span><span class="phone-only"> Nothing leaves it.</span></span></header>
    <div class="app ${i.drawer?`drawer-${i.drawer}`:""} ${i.membersShown?"with-members":""}">
      <nav class="rail" aria-label="Servers"><button type="button" class="server current" aria-label=${i.guildName} aria-current="true" title=${i.guildName}
        @click=${()=>{let t=i.channels[0];t&&Tn(t.id)}}>${te()}</button></nav>
      <div class="side" role="region" aria-label="Server">
        <div class="side-head"><h2>${i.guildName}</h2></div>
        <nav class="channels" aria-label="Channels">${ii("Text channels","text")}${ii("Direct messages","dm")}</nav>
        ${Rl()}
      </div>
      <main class="chat" aria-label=${e?e.kind==="dm"?e.name:`#${e.name}`:"Channel"}>
        <header class="chat-head">
          <button type="button" class="ghost only-phone" aria-label="Show channels" @click=${()=>oi("channels")}>${g("menu")}</button>
          <span class="chat-kind" aria-hidden="true">${g(e?.kind==="dm"?"atSign":"hash")}</span><h1>${e?.name}</h1>
          <span class="topic">${e?.kind==="dm"?"Only you and Inkling":"Pictures, tried and shared"}</span>
          <span class="spacer"></span>
          <button type="button" class="ghost" aria-label="Trouble" title="Trouble, on purpose" aria-expanded=${i.troubleShown} @click=${sd}>${g("trouble")}</button>
          <button type="button" class="ghost" aria-label="Bot log" title="Bot log" aria-pressed=${i.logShown} @click=${()=>{i.logShown=!i.logShown,f()}}>${g("scrollText")}</button>
          <button type="button" class="ghost" aria-label="Member list" title="Member list" aria-pressed=${i.membersShown} @click=${Cl}>${g("users")}</button>
        </header>
        ${Dl()}${ri()}
        ${ei(Tl,Cr)}
        ${Sr()}
        ${Ol()}
        ${i.logShown?Ll():l}
      </main>
      <aside class="members" aria-label="Members">${Il()}</aside>
      <div class="scrim" @click=${()=>{i.drawer="",f()}}></div>
    </div>
    <div class="toasts" role="status" aria-live="polite">${i.toasts.map(t=>o`<div class="toast">${g("alert")}<span>${t.text}</span>
      <button type="button" class="ghost" aria-label="Put this message away" @click=${()=>{i.toasts=i.toasts.filter(n=>n!==t),f()}}>${g("x")}</button></div>`)}</div>
    ${Or()}${Br()}${Gr()}`}var Al=()=>matchMedia("(max-width: 760px)").matches;function oi(e){i.drawer=i.drawer===e?"":e,f()}function Cl(){if(Al())return oi("members");i.membersShown=!i.membersShown,f()}function ii(e,t){let n=i.channels.filter(d=>d.kind===t);return o`<section><h2>${e}</h2>${n.map(d=>{let u=d.id===i.current,r=i.users.get(i.bot);return o`<button type="button" class="channel ${u?"current":""} ${i.unread.has(d.id)?"unread":""}" aria-current=${u?"page":l}
      @click=${()=>Tn(d.id)}>${t==="dm"&&r?o`<span class="with-status">${q(r)}${ai()}</span>`:g("hash")}<span>${d.name}</span>${i.unread.has(d.id)?o`<span class="sr">, new messages</span>`:l}</button>`})}</section>`}var Sl=()=>i.online&&(i.status.phase==="ready"||i.status.phase==="loading"),ai=()=>o`<i class="presence ${Sl()?"here":""}" aria-hidden="true"></i>`;function Rl(){let e=i.users.get(i.me);if(!e)return l;let t=[...i.users.values()].filter(n=>!n.bot&&n.id!==e.id);return o`<div class="panel"><span class="with-status">${q(e)}<i class="presence here" aria-hidden="true"></i></span>
    <span class="panel-name"><b>${e.name}</b><small>${e.id===i.owner?"Owns this server":"A visitor"}</small></span>
    ${t.map(n=>o`<a class="ghost" href="/?as=${n.id}" target="_blank" rel="noopener" title="Open a tab as ${n.name}" aria-label="Open a tab as ${n.name}">${q(n)}</a>`)}</div>`}function Dl(){let{phase:e,detail:t}=i.status;if(!i.online)return o`<div class="banner trouble" role="status">The playground has stopped or is not reachable. This page reconnects by itself.</div>`;let n={starting:"Inkling is starting\u2026 Its model loads in about 15 s; you can already look around.",loading:"Inkling is here. Its model is still loading; what you ask for now waits its turn.",restarting:"Inkling stopped and is being started again. Nothing that was accepted is lost.",stopped:"Inkling does not run. Its log says why."};return n[e]?o`<div class="banner ${e==="stopped"||e==="restarting"?"trouble":""}" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${n[e]}${t?o` <small>${t}</small>`:l}</span></div>`:l}function Ol(){let e=(i.typing.get(i.current)??0)>Date.now();return o`<div class="typing" role="status">${e?o`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><b>${i.users.get(i.bot)?.name}</b> is typing…`:l}</div>`}function Il(){let e=[...i.users.values()],t=(n,d)=>d.length?o`<section><h2>${n} — ${d.length}</h2>${d.map(u=>o`<div class="member">
    <span class="with-status">${q(u)}${u.bot?ai():o`<i class="presence here" aria-hidden="true"></i>`}</span><span class=${u.bot?"by-bot":""}>${u.name}</span>${u.bot?o`<span class="tag">App</span>`:l}${u.id===i.me?o`<small>you</small>`:l}</div>`)}</section>`:l;return o`${t("People",e.filter(n=>!n.bot))}${t("Apps",e.filter(n=>n.bot))}`}function Ll(){return o`<section class="log" aria-label="Bot log"><div class="log-head"><b>Bot log</b><button type="button" class="ghost" aria-label="Close the bot log" @click=${()=>{i.logShown=!1,f()}}>${g("x")}</button></div>
    <pre tabindex="0">${i.log.length?i.log.join(`
`):"Nothing yet."}</pre></section>`}var od=document.getElementById("root");function ad(){xd(si(),od),tt();let e=i.channels.find(t=>t.id===i.current);document.title=e?`${i.unread.size?"\u25CF ":""}${e.kind==="dm"?"@":"#"}${e.name} \u2014 Inkling playground`:"Inkling playground"}new ResizeObserver(tt).observe(od);od.addEventListener("load",tt,!0);for(let e of["dragover","drop"])document.addEventListener(e,t=>{t.preventDefault(),e==="drop"&&t.dataTransfer?.files.length&&lt(t.dataTransfer.files)});document.addEventListener("keydown",e=>{(document.activeElement===document.body||document.activeElement?.matches(".scroller"))&&e.key.length===1&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&e.key!==" "&&document.querySelector(".composer textarea")?.focus(),e.key==="Escape"&&i.drawer&&(i.drawer="",ad())});Rd(ad);ad();Nd().then(Mt).catch(e=>{document.querySelector("#root").textContent=e.message});

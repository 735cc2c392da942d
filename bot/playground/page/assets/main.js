var Ls=Object.create;var qd=Object.defineProperty;var Is=Object.getOwnPropertyDescriptor;var Os=Object.getOwnPropertyNames;var Ns=Object.getPrototypeOf,Ps=Object.prototype.hasOwnProperty;var k=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(n){throw t=0,n}};var Bs=(e,t,n,d)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of Os(t))!Ps.call(e,r)&&r!==n&&qd(e,r,{get:()=>t[r],enumerable:!(d=Is(t,r))||d.enumerable});return e};var js=(e,t,n)=>(n=e!=null?Ls(Ns(e)):{},Bs(t||!e||!e.__esModule?qd(n,"default",{value:e,enumerable:!0}):n,e));var E=k($d=>{"use strict";Object.defineProperty($d,"__esModule",{value:!0});var Wo=/\r\n?/g,Qo=/\t/g,Yo=/\f/g,Su=function(e){return e.replace(Wo,`
`).replace(Yo,"").replace(Qo,"    ")},Cu=function(e,t){var n=e||{};if(t!=null)for(var d in t)Object.prototype.hasOwnProperty.call(t,d)&&(n[d]=t[d]);return n},Ru=function(e,t){var n=Object.keys(e).filter(function(o){var l=e[o];if(l==null||l.match==null)return!1;var c=l.order;return(typeof c!="number"||!isFinite(c))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+o+"`: "+String(c)),!0});n.sort(function(o,l){var c=e[o],g=e[l],h=c.order,p=g.order;if(h!==p)return h-p;var b=c.quality?0:1,v=g.quality?0:1;return b!==v?b-v:o<l?-1:o>l?1:0});var d,r=function(o,l){var c=[];for(l=l||d,d=l;o;){var g=null,h=null,p=null,b=NaN,v=0,y=n[0],w=e[y];do{var N=w.order,P=l.prevCapture==null?"":l.prevCapture[0],Q=w.match(o,l,P);if(Q){var Ut=w.quality?w.quality(Q,l,P):0;Ut<=b||(g=y,h=w,p=Q,b=Ut)}v++,y=n[v],w=e[y]}while(w&&(!p||w.order===N&&w.quality));if(h==null||p==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+n[n.length-1]+`'. It seems to not match the following source:
`+o);if(p.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var F=h.parse(p,r,l);if(Array.isArray(F))Array.prototype.push.apply(c,F);else{if(F==null||typeof F!="object")throw new Error(`parse() function returned invalid parse result: '${F}'`);F.type==null&&(F.type=g),c.push(F)}l.prevCapture=p,o=o.substring(l.prevCapture[0].length)}return c},i=function(o,l){return d=Cu(l,t),!d.inline&&!d.disableAutoBlockNewlines&&(o=o+`

`),d.prevCapture=null,r(Su(o),d)};return i},H=function(e){var t=function(n,d,r){return d.inline?e.exec(n):null};return t.regex=e,t},K=function(e){var t=function(n,d){return d.inline?null:e.exec(n)};return t.regex=e,t},gd=function(e){var t=function(n,d){return e.exec(n)};return t.regex=e,t},Ym=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,M=function(e,t,n,d){n=n||{},d=typeof d<"u"?d:!0;var r="";for(var i in n){var o=n[i];Object.prototype.hasOwnProperty.call(n,i)&&o&&(r+=" "+Ne(i)+'="'+Ne(o)+'"')}var l="<"+e+r+">";return d?l+t+"</"+e+">":l},vd=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},Xo=/[<>&"']/g,Zo={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},Ne=function(e){return String(e).replace(Xo,function(t){return Zo[t]})},Jo=/\\([^0-9A-Za-z\s])/g,bd=function(e){return e.replace(Jo,"$1")},gn=function(e,t,n){var d=n.inline||!1;n.inline=!0;var r=e(t,n);return n.inline=d,r},ea=function(e,t,n){var d=n.inline||!1;n.inline=!1;var r=e(t+`

`,n);return n.inline=d,r},pn=function(e,t,n){return{content:gn(t,e[1],n)}},hd=function(){return{}},vn="(?:[*+-]|\\d+\\.)",Du="( *)("+vn+") +",ku=new RegExp("^"+Du),ta=new RegExp(Du+"[^\\n]*(?:\\n(?!\\1"+vn+` )[^\\n]*)*(
|$)`,"gm"),Lu=/\n{2,}$/,na=/^ (?= *`)|(` *) $/g,da=Lu,Eu=/ *\n+$/,ra=new RegExp("^( *)("+vn+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+vn+` )\\n*|\\s*
*$)`),ua=/(?:^|\n)( *)$/,mn=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,n=/^ *-+: *$/,d=/^ *:-+: *$/,r=/^ *:-+ *$/,i=function(h){return n.test(h)?"right":d.test(h)?"center":r.test(h)?"left":null},o=function(h,p,b,v){v&&(h=h.replace(e,""));var y=h.trim().split("|");return y.map(i)},l=function(h,p,b,v){var y=b.inTable;b.inTable=!0;var w=p(h.trim(),b);b.inTable=y;var N=[[]];return w.forEach(function(P,Q){P.type==="tableSeparator"?(!v||Q!==0&&Q!==w.length-1)&&N.push([]):(P.type==="text"&&(w[Q+1]==null||w[Q+1].type==="tableSeparator")&&(P.content=P.content.replace(t,"")),N[N.length-1].push(P))}),N},c=function(h,p,b,v){var y=h.trim().split(`
`);return y.map(function(w){return l(w,p,b,v)})},g=function(h){return function(p,b,v){v.inline=!0;var y=l(p[1],b,v,h),w=o(p[2],b,v,h),N=c(p[3],b,v,h);return v.inline=!1,{type:"table",header:y,align:w,cells:N}}};return{parseTable:g(!0),parseNpTable:g(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),hn="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",Mu=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,ia=/mailto:/i,Tu=function(e,t,n){var d=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[d]){var r=t._defs[d];n.target=r.target,n.title=r.title}return t._refs=t._refs||{},t._refs[d]=t._refs[d]||[],t._refs[d].push(n),n},_=0,bn={Array:{html:function(e,t,n){for(var d="",r=0;r<e.length;r++){var i=e[r];if(i.type==="text")for(i={type:"text",content:i.content};r+1<e.length&&e[r+1].type==="text";r++)i.content+=e[r+1].content;d+=t(i,n)}return d}},heading:{order:_++,match:K(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,n){return{level:e[1].length,content:gn(t,e[2].trim(),n)}},html:function(e,t,n){return M("h"+e.level,t(e.content,n))}},nptable:{order:_++,match:K(mn.NPTABLE_REGEX),parse:mn.parseNpTable,html:null},lheading:{order:_++,match:K(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,n){return{type:"heading",level:e[2]==="="?1:2,content:gn(t,e[1],n)}},html:null},hr:{order:_++,match:K(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:hd,html:function(e,t,n){return'<hr aria-hidden="true">'}},codeBlock:{order:_++,match:K(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,n){var d=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:d}},html:function(e,t,n){var d=e.lang?"markdown-code-"+e.lang:void 0,r=M("code",Ne(e.content),{class:d});return M("pre",r)}},fence:{order:_++,match:K(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,n){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:_++,match:K(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,n){var d=e[0].replace(/^ *> ?/gm,"");return{content:t(d,n)}},html:function(e,t,n){return M("blockquote",t(e.content,n))}},list:{order:_++,match:function(e,t){var n=t.prevCapture==null?"":t.prevCapture[0],d=ua.exec(n),r=t._list||!t.inline;return d&&r?(e=d[1]+e,ra.exec(e)):null},parse:function(e,t,n){var d=e[2],r=d.length>1,i=r?+d:void 0,o=e[0].replace(da,`
`).match(ta),l=!1,c=o.map(function(g,h){var p=ku.exec(g),b=p?p[0].length:0,v=new RegExp("^ {1,"+b+"}","gm"),y=g.replace(v,"").replace(ku,""),w=h===o.length-1,N=y.indexOf(`

`)!==-1,P=N||w&&l;l=P;var Q=n.inline,Ut=n._list;n._list=!0;var F;P?(n.inline=!1,F=y.replace(Eu,`

`)):(n.inline=!0,F=y.replace(Eu,""));var Ds=t(F,n);return n.inline=Q,n._list=Ut,Ds});return{ordered:r,start:i,items:c}},html:function(e,t,n){var d=e.items.map(function(o){return M("li",t(o,n))}).join(""),r=e.ordered?"ol":"ul",i={start:e.start};return M(r,d,i)}},def:{order:_++,match:K(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,n){var d=e[1].replace(/\s+/g," ").toLowerCase(),r=e[2],i=e[3];return n._refs&&n._refs[d]&&n._refs[d].forEach(function(o){o.target=r,o.title=i}),n._defs=n._defs||{},n._defs[d]={target:r,title:i},{def:d,target:r,title:i}},html:function(){return""}},table:{order:_++,match:K(mn.TABLE_REGEX),parse:mn.parseTable,html:function(e,t,n){var d=function(c){return e.align[c]==null?"":"text-align:"+e.align[c]+";"},r=e.header.map(function(c,g){return M("th",t(c,n),{style:d(g),scope:"col"})}).join(""),i=e.cells.map(function(c){var g=c.map(function(h,p){return M("td",t(h,n),{style:d(p)})}).join("");return M("tr",g)}).join(""),o=M("thead",M("tr",r)),l=M("tbody",i);return M("table",o+l)}},newline:{order:_++,match:K(/^(?:\n *)*\n/),parse:hd,html:function(e,t,n){return`
`}},paragraph:{order:_++,match:K(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:pn,html:function(e,t,n){var d={class:"paragraph"};return M("div",t(e.content,n),d)}},escape:{order:_++,match:H(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,n){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:_++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:_++,match:H(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:_++,match:H(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,n){var d=e[1],r=e[1];return ia.test(r)||(r="mailto:"+r),{type:"link",content:[{type:"text",content:d}],target:r}},html:null},url:{order:_++,match:H(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,n){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:_++,match:H(new RegExp("^\\[("+hn+")\\]\\("+Mu+"\\)")),parse:function(e,t,n){var d={content:t(e[1],n),target:bd(e[2]),title:e[3]};return d},html:function(e,t,n){var d={href:vd(e.target),title:e.title};return M("a",t(e.content,n),d)}},image:{order:_++,match:H(new RegExp("^!\\[("+hn+")\\]\\("+Mu+"\\)")),parse:function(e,t,n){var d={alt:e[1],target:bd(e[2]),title:e[3]};return d},html:function(e,t,n){var d={src:vd(e.target),alt:e.alt,title:e.title};return M("img","",d,!1)}},reflink:{order:_++,match:H(new RegExp("^\\[("+hn+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return Tu(e,n,{type:"link",content:t(e[1],n)})},html:null},refimage:{order:_++,match:H(new RegExp("^!\\[("+hn+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,n){return Tu(e,n,{type:"image",alt:e[1]})},html:null},em:{order:_,match:H(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,n){return{content:t(e[2]||e[1],n)}},html:function(e,t,n){return M("em",t(e.content,n))}},strong:{order:_,match:H(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:pn,html:function(e,t,n){return M("strong",t(e.content,n))}},u:{order:_++,match:H(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:pn,html:function(e,t,n){return M("u",t(e.content,n))}},del:{order:_++,match:H(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:pn,html:function(e,t,n){return M("del",t(e.content,n))}},inlineCode:{order:_++,match:H(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,n){return{content:e[2].replace(na,"$1")}},html:function(e,t,n){return M("code",Ne(e.content))}},br:{order:_++,match:gd(/^ {2,}\n/),parse:hd,html:function(e,t,n){return"<br>"}},text:{order:_++,match:gd(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,n){return{content:e[0]}},html:function(e,t,n){return Ne(e.content)}}},sa=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var n=function(d,r,i){return e[d.type][t](d,r,i)};return n},oa=function(e){var t=function(n,d){return d=d||{},Array.isArray(n)?n.map(function(r){return t(r,d)}).join(""):e(n,t,d)};return t},Iu=function(e,t,n={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var d,r=e.Array||bn.Array,i=r[t];if(!i)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var o=i,l=function(g,h){return h=h||d,d=h,Array.isArray(g)?o(g,l,h):e[g.type][t](g,l,h)},c=function(g,h){return d=Cu(h,n),l(g,d)};return c},$n=Ru(bn),Ou=function(e,t){return t=t||{},t.inline=!1,$n(e,t)},aa=function(e,t){return t=t||{},t.inline=!0,$n(e,t)},Au=function(e,t){var n=Lu.test(e);return t=t||{},t.inline=!n,$n(e,t)},Nu=Iu(bn,"html"),la=function(e,t){return Nu(Ou(e,t),t)},ca={defaultRules:bn,parserFor:Ru,outputFor:Iu,inlineRegex:H,blockRegex:K,anyScopeRegex:gd,parseInline:gn,parseBlock:ea,markdownToHtml:la,defaultBlockParse:Ou,defaultInlineParse:aa,defaultImplicitParse:Au,defaultHtmlOutput:Nu,preprocess:Su,sanitizeText:Ne,sanitizeUrl:vd,unescapeUrl:bd,htmlTag:M,defaultRawParse:$n,ruleOutput:sa,htmlFor:oa,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),Au.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};$d.default=ca});var S=k($=>{"use strict";Object.defineProperty($,"__esModule",{value:!0});$.GuildNavigationRegex=$.SlashCommandRegex=$.SubtextRegex=$.HeadingRegex=$.TimestampRegex=$.TextRegex=$.StrikeThroughRegex=$.SpoilerRegex=$.EmoticonRegex=$.CodeBlockRegex=$.BlockQuoteRegex=$.HereRegex=$.EveryoneRegex=$.UserMentionRegex=$.RoleMentionRegex=$.EmojiRegex=$.ChannelMentionRegex=void 0;$.ChannelMentionRegex=/^<#(\d{17,20})>/;$.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;$.RoleMentionRegex=/^<@&(\d{17,20})>/;$.UserMentionRegex=/^<@!?(\d{17,20})>/;$.EveryoneRegex=/^@everyone/;$.HereRegex=/^@here/;$.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;$.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;$.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;$.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;$.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;$.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;$.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;$.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;$.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;$.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;$.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var Pu=k(Pe=>{"use strict";var fa=Pe&&Pe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Pe,"__esModule",{value:!0});Pe.guildNavigation=void 0;var pa=fa(E()),ma=S();Pe.guildNavigation={order:pa.default.defaultRules.strong.order,match:e=>ma.GuildNavigationRegex.exec(e),parse:function(e){var t,n,d;let r=(t=e[2])!==null&&t!==void 0?t:e[3];if(r==="linked-roles"){let i=(d=(n=e[4])===null||n===void 0?void 0:n.slice(1))!==null&&d!==void 0?d:null;return{id:e[1],navigation:r,roleId:i}}else return{id:e[1],navigation:r}}}});var Bu=k(Be=>{"use strict";var ha=Be&&Be.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Be,"__esModule",{value:!0});Be.slashCommand=void 0;var ga=ha(E()),va=S();Be.slashCommand={order:ga.default.defaultRules.strong.order,match:e=>va.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),n={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(n.subcommand=t[1]),t.length===3&&(n.subcommandGroup=t[1],n.subcommand=t[2]),n}}});var ju=k(je=>{"use strict";var ba=je&&je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(je,"__esModule",{value:!0});je.everyone=void 0;var $a=ba(E()),ya=S();je.everyone={order:$a.default.defaultRules.strong.order,match:e=>ya.EveryoneRegex.exec(e),parse:function(){return{}}}});var Hu=k(yn=>{"use strict";Object.defineProperty(yn,"__esModule",{value:!0});yn.TwemojiRegex=void 0;yn.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var qu=k(He=>{"use strict";var wa=He&&He.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(He,"__esModule",{value:!0});He.twemoji=void 0;var xa=wa(E()),_a=Hu();He.twemoji={order:xa.default.defaultRules.strong.order,match:e=>_a.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var Fu=k(qe=>{"use strict";var ka=qe&&qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(qe,"__esModule",{value:!0});qe.channel=void 0;var Ea=ka(E()),Ma=S();qe.channel={order:Ea.default.defaultRules.strong.order,match:e=>Ma.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Uu=k(Fe=>{"use strict";var Ta=Fe&&Fe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Fe,"__esModule",{value:!0});Fe.timestamp=void 0;var Aa=Ta(E()),Sa=S();Fe.timestamp={order:Aa.default.defaultRules.strong.order,match:e=>Sa.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var Y=k(wn=>{"use strict";Object.defineProperty(wn,"__esModule",{value:!0});wn.extend=void 0;var Ca=(e,t)=>Object.assign({},t,e);wn.extend=Ca});var Gu=k(Ue=>{"use strict";var Ra=Ue&&Ue.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.blockQuote=void 0;var Da=Ra(E()),La=Y(),Ia=S();Ue.blockQuote=(0,La.extend)({match:function(e,t,n){return!/^$|\n *$/.test(n)||t.inQuote?null:Ia.BlockQuoteRegex.exec(e)},parse:function(e,t,n){let d=e[0],i=!!/^ *>>> ?/.exec(d)?/^ *>>> ?/:/^ *> ?/gm,o=d.replace(i,"");return{content:t(o,Object.assign({},n,{inQuote:!0})),type:"blockQuote"}}},Da.default.defaultRules.blockQuote)});var Ku=k(Ge=>{"use strict";var Oa=Ge&&Ge.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ge,"__esModule",{value:!0});Ge.strikethrough=void 0;var Vu=Oa(E()),Na=Y(),Pa=S();Ge.strikethrough=(0,Na.extend)({match:Vu.default.inlineRegex(Pa.StrikeThroughRegex)},Vu.default.defaultRules.del)});var Wu=k(Ve=>{"use strict";var Ba=Ve&&Ve.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ve,"__esModule",{value:!0});Ve.codeBlock=void 0;var zu=Ba(E()),ja=Y(),Ha=S();Ve.codeBlock=(0,ja.extend)({match:zu.default.inlineRegex(Ha.CodeBlockRegex),parse:function(e,t,n){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:n.inQuote||!1}}},zu.default.defaultRules.codeBlock)});var Qu=k(Ke=>{"use strict";var qa=Ke&&Ke.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ke,"__esModule",{value:!0});Ke.emoji=void 0;var Fa=qa(E()),Ua=S();Ke.emoji={order:Fa.default.defaultRules.strong.order,match:e=>Ua.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var Yu=k(ze=>{"use strict";var Ga=ze&&ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ze,"__esModule",{value:!0});ze.role=void 0;var Va=Ga(E()),Ka=S();ze.role={order:Va.default.defaultRules.strong.order,match:e=>Ka.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Xu=k(We=>{"use strict";var za=We&&We.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(We,"__esModule",{value:!0});We.autolink=void 0;var Wa=za(E()),Qa=Y();We.autolink=(0,Qa.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Wa.default.defaultRules.autolink)});var Zu=k(Qe=>{"use strict";var Ya=Qe&&Qe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Qe,"__esModule",{value:!0});Qe.here=void 0;var Xa=Ya(E()),Za=S();Qe.here={order:Xa.default.defaultRules.strong.order,match:e=>Za.HereRegex.exec(e),parse:function(){return{}}}});var Ju=k(Ye=>{"use strict";var Ja=Ye&&Ye.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ye,"__esModule",{value:!0});Ye.emoticon=void 0;var el=Ja(E()),tl=S();Ye.emoticon={order:el.default.defaultRules.text.order,match:e=>tl.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var ei=k(Xe=>{"use strict";var nl=Xe&&Xe.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Xe,"__esModule",{value:!0});Xe.user=void 0;var dl=nl(E()),rl=S();Xe.user={order:dl.default.defaultRules.strong.order,match:e=>rl.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var ti=k(xn=>{"use strict";Object.defineProperty(xn,"__esModule",{value:!0});xn.spoiler=void 0;var ul=S();xn.spoiler={order:0,match:e=>ul.SpoilerRegex.exec(e),parse:function(e,t,n){return{content:t(e[1],n)}}}});var ni=k(Ze=>{"use strict";var il=Ze&&Ze.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Ze,"__esModule",{value:!0});Ze.heading=void 0;var sl=il(E()),ol=Y(),al=S();Ze.heading=(0,ol.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?al.HeadingRegex.exec(e):null}},sl.default.defaultRules.heading)});var di=k(Je=>{"use strict";var ll=Je&&Je.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Je,"__esModule",{value:!0});Je.subtext=void 0;var cl=ll(E()),fl=S();Je.subtext={order:cl.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?fl.SubtextRegex.exec(e):null},parse:function(e,t,n){return{content:t(e[1],n)}}}});var ri=k(et=>{"use strict";var pl=et&&et.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(et,"__esModule",{value:!0});et.text=void 0;var ml=pl(E()),hl=Y(),gl=S();et.text=(0,hl.extend)({match:e=>gl.TextRegex.exec(e)},ml.default.defaultRules.text)});var ui=k(tt=>{"use strict";var vl=tt&&tt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(tt,"__esModule",{value:!0});tt.url=void 0;var bl=vl(E()),$l=Y();tt.url=(0,$l.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},bl.default.defaultRules.url)});var si=k(nt=>{"use strict";var yl=nt&&nt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(nt,"__esModule",{value:!0});nt.em=void 0;var wl=Y(),ii=yl(E());nt.em=(0,wl.extend)({parse:function(e,t,n){let d=ii.default.defaultRules.em.parse(e,t,Object.assign({},n,{inEmphasis:!0}));return n.inEmphasis?d.content:d}},ii.default.defaultRules.em)});var ai=k(dt=>{"use strict";var xl=dt&&dt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(dt,"__esModule",{value:!0});dt.br=void 0;var oi=xl(E()),_l=Y();dt.br=(0,_l.extend)({match:oi.default.anyScopeRegex(/^\n/)},oi.default.defaultRules.br)});var ci=k(O=>{"use strict";var kl=O&&O.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(O,"__esModule",{value:!0});O.rulesExtended=O.rules=O.SimpleMarkdown=void 0;O.parse=li;var se=kl(E());O.SimpleMarkdown=se.default;var El=Pu(),Ml=Bu(),Tl=ju(),Al=qu(),Sl=Fu(),Cl=Uu(),Rl=Gu(),Dl=Ku(),Ll=Wu(),Il=Qu(),Ol=Yu(),Nl=Xu(),Pl=Zu(),Bl=Ju(),jl=ei(),Hl=ti(),ql=ni(),Fl=di(),Ul=ri(),Gl=ui(),Vl=si(),Kl=ai();O.rules={blockQuote:Rl.blockQuote,codeBlock:Ll.codeBlock,newline:se.default.defaultRules.newline,escape:se.default.defaultRules.escape,autolink:Nl.autolink,url:Gl.url,em:Vl.em,strong:se.default.defaultRules.strong,underline:se.default.defaultRules.u,strikethrough:Dl.strikethrough,inlineCode:se.default.defaultRules.inlineCode,text:Ul.text,emoticon:Bl.emoticon,br:Kl.br,spoiler:Hl.spoiler,heading:ql.heading,subtext:Fl.subtext,user:jl.user,channel:Sl.channel,role:Ol.role,emoji:Il.emoji,everyone:Tl.everyone,here:Pl.here,twemoji:Al.twemoji,timestamp:Cl.timestamp,slashCommand:Ml.slashCommand,guildNavigation:El.guildNavigation};O.rulesExtended=Object.assign(Object.assign({},O.rules),{link:se.default.defaultRules.link});var zl=se.default.parserFor(O.rules),Wl=se.default.parserFor(O.rulesExtended);function li(e,t="normal"){return t==="normal"?zl(e,{inline:!0}):Wl(e,{inline:!0})}O.default=li});var Vn=globalThis,Fd=e=>e,Gt=Vn.trustedTypes,Ud=Gt?Gt.createPolicy("lit-html",{createHTML:e=>e}):void 0,Kn="$lit$",te=`lit$${Math.random().toFixed(9).slice(2)}$`,zn="?"+te,Hs=`<${zn}>`,ve=document,ht=()=>ve.createComment(""),gt=e=>e===null||typeof e!="object"&&typeof e!="function",Wn=Array.isArray,Qd=e=>Wn(e)||typeof e?.[Symbol.iterator]=="function",Gn=`[ 	
\f\r]`,mt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Gd=/-->/g,Vd=/>/g,he=RegExp(`>|${Gn}(?:([^\\s"'>=/]+)(${Gn}*=${Gn}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Kd=/'/g,zd=/"/g,Yd=/^(?:script|style|textarea|title)$/i,Qn=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),s=Qn(1),bt=Qn(2),If=Qn(3),C=Symbol.for("lit-noChange"),a=Symbol.for("lit-nothing"),Wd=new WeakMap,ge=ve.createTreeWalker(ve,129);function Xd(e,t){if(!Wn(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ud!==void 0?Ud.createHTML(t):t}var Zd=(e,t)=>{let n=e.length-1,d=[],r,i=t===2?"<svg>":t===3?"<math>":"",o=mt;for(let l=0;l<n;l++){let c=e[l],g,h,p=-1,b=0;for(;b<c.length&&(o.lastIndex=b,h=o.exec(c),h!==null);)b=o.lastIndex,o===mt?h[1]==="!--"?o=Gd:h[1]!==void 0?o=Vd:h[2]!==void 0?(Yd.test(h[2])&&(r=RegExp("</"+h[2],"g")),o=he):h[3]!==void 0&&(o=he):o===he?h[0]===">"?(o=r??mt,p=-1):h[1]===void 0?p=-2:(p=o.lastIndex-h[2].length,g=h[1],o=h[3]===void 0?he:h[3]==='"'?zd:Kd):o===zd||o===Kd?o=he:o===Gd||o===Vd?o=mt:(o=he,r=void 0);let v=o===he&&e[l+1].startsWith("/>")?" ":"";i+=o===mt?c+Hs:p>=0?(d.push(g),c.slice(0,p)+Kn+c.slice(p)+te+v):c+te+(p===-2?l:v)}return[Xd(e,i+(e[n]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),d]},vt=class e{constructor({strings:t,_$litType$:n},d){let r;this.parts=[];let i=0,o=0,l=t.length-1,c=this.parts,[g,h]=Zd(t,n);if(this.el=e.createElement(g,d),ge.currentNode=this.el.content,n===2||n===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(r=ge.nextNode())!==null&&c.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let p of r.getAttributeNames())if(p.endsWith(Kn)){let b=h[o++],v=r.getAttribute(p).split(te),y=/([.?@])?(.*)/.exec(b);c.push({type:1,index:i,name:y[2],strings:v,ctor:y[1]==="."?Kt:y[1]==="?"?zt:y[1]==="@"?Wt:$e}),r.removeAttribute(p)}else p.startsWith(te)&&(c.push({type:6,index:i}),r.removeAttribute(p));if(Yd.test(r.tagName)){let p=r.textContent.split(te),b=p.length-1;if(b>0){r.textContent=Gt?Gt.emptyScript:"";for(let v=0;v<b;v++)r.append(p[v],ht()),ge.nextNode(),c.push({type:2,index:++i});r.append(p[b],ht())}}}else if(r.nodeType===8)if(r.data===zn)c.push({type:2,index:i});else{let p=-1;for(;(p=r.data.indexOf(te,p+1))!==-1;)c.push({type:7,index:i}),p+=te.length-1}i++}}static createElement(t,n){let d=ve.createElement("template");return d.innerHTML=t,d}};function be(e,t,n=e,d){if(t===C)return t;let r=d!==void 0?n._$Co?.[d]:n._$Cl,i=gt(t)?void 0:t._$litDirective$;return r?.constructor!==i&&(r?._$AO?.(!1),i===void 0?r=void 0:(r=new i(e),r._$AT(e,n,d)),d!==void 0?(n._$Co??=[])[d]=r:n._$Cl=r),r!==void 0&&(t=be(e,r._$AS(e,t.values),r,d)),t}var Vt=class{constructor(t,n){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:n},parts:d}=this._$AD,r=(t?.creationScope??ve).importNode(n,!0);ge.currentNode=r;let i=ge.nextNode(),o=0,l=0,c=d[0];for(;c!==void 0;){if(o===c.index){let g;c.type===2?g=new Ce(i,i.nextSibling,this,t):c.type===1?g=new c.ctor(i,c.name,c.strings,this,t):c.type===6&&(g=new Qt(i,this,t)),this._$AV.push(g),c=d[++l]}o!==c?.index&&(i=ge.nextNode(),o++)}return ge.currentNode=ve,r}p(t){let n=0;for(let d of this._$AV)d!==void 0&&(d.strings!==void 0?(d._$AI(t,d,n),n+=d.strings.length-2):d._$AI(t[n])),n++}},Ce=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,n,d,r){this.type=2,this._$AH=a,this._$AN=void 0,this._$AA=t,this._$AB=n,this._$AM=d,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,n=this._$AM;return n!==void 0&&t?.nodeType===11&&(t=n.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,n=this){t=be(this,t,n),gt(t)?t===a||t==null||t===""?(this._$AH!==a&&this._$AR(),this._$AH=a):t!==this._$AH&&t!==C&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Qd(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==a&&gt(this._$AH)?this._$AA.nextSibling.data=t:this.T(ve.createTextNode(t)),this._$AH=t}$(t){let{values:n,_$litType$:d}=t,r=typeof d=="number"?this._$AC(t):(d.el===void 0&&(d.el=vt.createElement(Xd(d.h,d.h[0]),this.options)),d);if(this._$AH?._$AD===r)this._$AH.p(n);else{let i=new Vt(r,this),o=i.u(this.options);i.p(n),this.T(o),this._$AH=i}}_$AC(t){let n=Wd.get(t.strings);return n===void 0&&Wd.set(t.strings,n=new vt(t)),n}k(t){Wn(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,d,r=0;for(let i of t)r===n.length?n.push(d=new e(this.O(ht()),this.O(ht()),this,this.options)):d=n[r],d._$AI(i),r++;r<n.length&&(this._$AR(d&&d._$AB.nextSibling,r),n.length=r)}_$AR(t=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);t!==this._$AB;){let d=Fd(t).nextSibling;Fd(t).remove(),t=d}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},$e=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,n,d,r,i){this.type=1,this._$AH=a,this._$AN=void 0,this.element=t,this.name=n,this._$AM=r,this.options=i,d.length>2||d[0]!==""||d[1]!==""?(this._$AH=Array(d.length-1).fill(new String),this.strings=d):this._$AH=a}_$AI(t,n=this,d,r){let i=this.strings,o=!1;if(i===void 0)t=be(this,t,n,0),o=!gt(t)||t!==this._$AH&&t!==C,o&&(this._$AH=t);else{let l=t,c,g;for(t=i[0],c=0;c<i.length-1;c++)g=be(this,l[d+c],n,c),g===C&&(g=this._$AH[c]),o||=!gt(g)||g!==this._$AH[c],g===a?t=a:t!==a&&(t+=(g??"")+i[c+1]),this._$AH[c]=g}o&&!r&&this.j(t)}j(t){t===a?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Kt=class extends $e{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===a?void 0:t}},zt=class extends $e{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==a)}},Wt=class extends $e{constructor(t,n,d,r,i){super(t,n,d,r,i),this.type=5}_$AI(t,n=this){if((t=be(this,t,n,0)??a)===C)return;let d=this._$AH,r=t===a&&d!==a||t.capture!==d.capture||t.once!==d.once||t.passive!==d.passive,i=t!==a&&(d===a||r);r&&this.element.removeEventListener(this.name,this,d),i&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Qt=class{constructor(t,n,d){this.element=t,this.type=6,this._$AN=void 0,this._$AM=n,this.options=d}get _$AU(){return this._$AM._$AU}_$AI(t){be(this,t)}},Jd={M:Kn,P:te,A:zn,C:1,L:Zd,R:Vt,D:Qd,V:be,I:Ce,H:$e,N:zt,U:Wt,B:Kt,F:Qt},qs=Vn.litHtmlPolyfillSupport;qs?.(vt,Ce),(Vn.litHtmlVersions??=[]).push("3.3.3");var Yt=(e,t,n)=>{let d=n?.renderBefore??t,r=d._$litPart$;if(r===void 0){let i=n?.renderBefore??null;d._$litPart$=r=new Ce(t.insertBefore(ht(),i),i,void 0,n??{})}return r._$AI(e),r};var ne=class extends Error{},Yn=new URLSearchParams(location.search).get("as"),er=Yn&&/^\d+$/.test(Yn)?`?as=${Yn}`:"";async function T(e,t,n=[]){let d={};if(t&&n.length){let o=new FormData;o.append("payload",JSON.stringify(t));for(let[l,c]of n)o.append(l,c,c.name);d={method:"POST",body:o}}else t&&(d={method:"POST",body:JSON.stringify(t),headers:{"Content-Type":"application/json"}});let r;try{r=await fetch(`/api${e}${er}`,d)}catch{throw new ne("The playground has stopped. Start it again in the console.")}if(r.status===413)throw new ne("These files are too large together.");let i=await r.json().catch(()=>null);if(!r.ok)throw new ne(i?.message??"That did not work. The console says more.");if(i?.refused)throw new ne(i.refused);return i}var x={state:()=>T("/state"),messages:e=>T(`/channels/${e}/messages`),commands:e=>T(`/channels/${e}/commands`),send:(e,t,n,d)=>T(`/channels/${e}/messages`,{content:t,reply_to:d??null},n.map((r,i)=>[`files[${i}]`,r])),voice:(e,t,n,d)=>T(`/channels/${e}/voice`,{duration_secs:n,waveform:d},[["files[0]",t]]),typing:e=>T(`/channels/${e}/typing`,{}),forward:(e,t)=>T(`/messages/${e}/forward`,{channel:t}),sample:e=>T("/samples",{kind:e}),clock:e=>T("/clock",e),slash:(e,t,n,d)=>T(`/channels/${e}/slash`,{path:t,options:n},d.map(([r,i])=>[`option:${r}`,i])),autocomplete:(e,t,n,d)=>T(`/channels/${e}/autocomplete`,{path:t,options:n,focused:d}),press:(e,t)=>T(`/messages/${e}/press`,{custom_id:t}),select:(e,t,n)=>T(`/messages/${e}/select`,{custom_id:t,values:n}),dismiss:e=>T(`/messages/${e}/dismiss`,{}),react:(e,t,n)=>T(`/messages/${e}/react`,{emoji:t,remove:n}),edit:(e,t)=>T(`/messages/${e}/edit`,{content:t}),delete:e=>T(`/messages/${e}/delete`,{}),menu:(e,t)=>T(`/messages/${e}/menu`,{name:t}),troubles:()=>T("/trouble"),trouble:e=>T("/trouble",{kind:e}),submit:(e,t,n)=>T(`/modals/${e}`,{values:t},n.map(([d,r])=>[`field:${d}`,r]))};function tr(e,t,n){let d=500,r=()=>{let i=new WebSocket(`ws://${location.host}/api/live${er}`);i.onmessage=o=>{let l=JSON.parse(o.data);l.t==="HELLO"&&(d=500,t()),e(l)},i.onclose=()=>{n(),setTimeout(r,d),d=Math.min(d*2,8e3)}};r()}function nr(e){let t=[],n=(d,r,i)=>{let o=i.filter(l=>l.type===1||l.type===2);o.length||t.push({path:d,description:r,options:i});for(let l of o)n(`${d} ${l.name}`,l.description,l.options??[])};for(let d of e)(d.type??1)===1&&n(d.name,d.description,d.options??[]);return t.sort((d,r)=>d.path.localeCompare(r.path))}function dr(e,t){let n=t.trim().toLowerCase(),d=e.filter(i=>i.path.startsWith(n)),r=e.filter(i=>!i.path.startsWith(n)&&i.path.includes(n));return[...d,...r]}function Xt(e){let t=e.options.filter(n=>n.required).map(n=>n.name);return{entry:e,chips:t,values:{}}}function de(e,t){return e.options.find(n=>n.name===t)}function Zt(e){return e.entry.options.filter(t=>!e.chips.includes(t.name))}function Xn(e,t){let n=t.filter(h=>e.startsWith(`/${h.path} `)).sort((h,p)=>p.path.length-h.path.length)[0];if(!n)return null;let d=Xt(n),r=e.slice(n.path.length+2),i=n.options.map(h=>h.name.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")),o=i.length?[...r.matchAll(new RegExp(`(?:^|\\s)(${i.join("|")}):\\s?`,"gu"))]:[],l=(h,p)=>{d.chips.includes(h)||d.chips.push(h),d.values[h]={text:p.trim()}},c=r.slice(0,o[0]?.index??r.length).trim(),g=d.chips[0]??n.options[0]?.name;return c&&g&&l(g,c),o.forEach((h,p)=>{l(h[1],r.slice(h.index+h[0].length,o[p+1]?.index??r.length))}),d}function Zn(e,t){let n=t?.text.trim()??"";if(e.type===11)return t?.file||!e.required?null:"Choose a file.";if(!n&&t?.picked===void 0)return e.required?"This option is required. Specify a value.":"Give it a value, or remove it.";if(t?.picked!==void 0)return null;if(e.choices?.length||e.type===5||e.type>=6&&e.type<=9)return"Pick one from the list.";if(e.type===4&&!/^[+-]?\d+$/.test(n))return"Write a whole number.";if(e.type===10&&!Number.isFinite(Number(n)))return"Write a number.";if(e.type===4||e.type===10){if(e.min_value!==void 0&&Number(n)<e.min_value)return`The least is ${e.min_value}.`;if(e.max_value!==void 0&&Number(n)>e.max_value)return`The most is ${e.max_value}.`}return e.min_length&&n.length<e.min_length?`Write at least ${e.min_length} characters.`:e.max_length&&n.length>e.max_length?`Write at most ${e.max_length} characters.`:null}function rr(e,t){if(t.picked!==void 0)return t.picked;let n=t.text.trim();return e.type===4||e.type===10?Number(n):n}var ur={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}},ir=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]],Jt=new Set,Fs=new Intl.RelativeTimeFormat("en",{numeric:"always"}),sr=0,oe=()=>Date.now()+sr;function or(e){sr=e*1e3,Jt.forEach(t=>t.refresh())}function R(e,t){if(Number.isNaN(e.getTime()))return"Invalid date";if(t!=="R")return new Intl.DateTimeFormat(void 0,ur[t]??ur.f).format(e);let n=Math.round((e.getTime()-oe())/1e3),[d,r]=ir.find(([,i])=>Math.abs(n)>=i)??["second",1];return Fs.format(Math.trunc(n/r),d)}function ed(e){let t=[],n=Math.round(e/60)*60;for(let[d,r]of ir.slice(2)){let i=Math.floor(n/r);if(i&&t.push(`${i} ${d}${i===1?"":"s"}`),n-=i*r,t.length===2)break}return t.join(" ")||"less than a minute"}function td(e){let t=new Date(e),n=new Date(oe());return t.toDateString()===n.toDateString()?R(t,"t"):`${R(t,"d")}, ${R(t,"t")}`}setInterval(()=>Jt.forEach(e=>e.refresh()),1e3);var Jn=class extends HTMLElement{static observedAttributes=["unix","format"];connectedCallback(){this.format==="R"&&Jt.add(this),this.refresh()}disconnectedCallback(){Jt.delete(this)}attributeChangedCallback(){this.isConnected&&this.refresh()}get format(){return this.getAttribute("format")||"f"}refresh(){let t=new Date(Number(this.getAttribute("unix"))*1e3),n=R(t,this.format);this.textContent!==n&&(this.textContent=n),this.title=R(t,"F")}};customElements.define("ink-time",Jn);var u={me:"",bot:"",owner:"",users:new Map,roles:[],guildName:"",channels:[],current:"",messages:new Map,entries:new Map,drafts:new Map,pending:[],unread:new Set,typing:new Map,status:{phase:"starting",detail:""},log:[],busy:new Set,failures:new Map,online:!0,loaded:!1,modal:null,modalError:"",modalBusy:!1,picture:null,sheet:null,editing:"",menus:new Map,toasts:[],drawer:"",membersShown:!0,logShown:!1,trouble:{},panel:"",offset:0,samples:[],guideShown:!1},ar=9500,fr=()=>{};function pr(e){fr=e}function f(){fr()}function Re(e){u.panel=u.panel===e?"":e,f()}var A=()=>{let e=u.drafts.get(u.current);return e||u.drafts.set(u.current,e={text:"",files:[],reply:null,slash:null}),e},re=()=>u.channels.find(e=>e.id===u.current),ue=()=>u.entries.get(u.current)??[],mr=()=>u.menus.get(u.current)??[];function we(e){let t=((e.flags??0)&64)!==0,n=e.author.id===u.me,d=!t&&((e.flags??0)&128)===0;return{answer:d,use:d,edit:d&&n&&!e.message_snapshots&&!((e.flags??0)&8192),dismiss:t,forward:d&&!e.message_snapshots,delete:!t&&(n||!!re()?.moderates)}}var wt={user:e=>u.users.get(e)?.name,channel:e=>u.channels.find(t=>t.id===e)?.name,role:e=>u.roles.find(t=>t.id===e)?.name},U=e=>`${e.kind==="dm"?"@":"#"}${e.name}`,De=e=>u.users.get(e.id)??{id:e.id,name:e.global_name||e.username,bot:!!e.bot,roles:[]},Us=0;function B(e,t=!1){let n=++Us;u.toasts=[...u.toasts.filter(d=>d.text!==e),{id:n,text:e,good:t}],setTimeout(()=>{u.toasts=u.toasts.filter(d=>d.id!==n),f()},t?4e3:8e3),f()}async function D(e){try{return await e}catch(t){B(t instanceof ne?t.message:"Something went wrong in the page."),t instanceof ne||console.error(t);return}}var $t=new Map,nd=new Map;function tn(e,t){let n=$t.get(e);n?t(n):nd.set(e,t)}function Gs(e,t){$t.set(e,t),$t.size>500&&$t.delete($t.keys().next().value),nd.get(e)?.(t),nd.delete(e)}async function xe(e){u.current=e,u.unread.delete(e),u.drawer="",f(),await hr(e)}async function hr(e){await D((async()=>{let[t,n]=await Promise.all([x.messages(e),x.commands(e)]);u.messages.set(e,t),gr(e,n),u.loaded=!0,f()})())}function gr(e,t){u.entries.set(e,nr(t)),u.menus.set(e,t.filter(n=>n.type===3).map(n=>n.name))}async function Vs(){let e=u.current;e&&gr(e,await x.commands(e).catch(()=>[])),f()}async function vr(){let e=await x.state();br(e),Object.assign(u,{status:e.status,log:e.log}),u.current=e.channels[0].id,tr(zs,()=>{u.online=!0,hr(u.current)},()=>{u.online=!1,f()}),f()}function br(e){let{me:t,bot:n,owner:d,roles:r,channels:i,guild:o}=e;Object.assign(u,{me:t,bot:n,owner:d,roles:r,channels:i,guildName:o.name}),u.users=new Map(e.users.map(l=>[l.id,l])),u.samples=e.samples??[],$r(e.offset??0)}var lr;function Ks(){clearTimeout(lr),lr=setTimeout(()=>{x.state().then(br).catch(()=>{}).then(f)},150)}function $r(e){u.offset=e,or(e)}function zs({t:e,d:t}){switch(e){case"MESSAGE_CREATE":Ws(t);break;case"MESSAGE_UPDATE":{let{reactions:n,...d}=t;yt(d);break}case"MESSAGE_DELETE":rd(t.channel_id,t.id);break;case"MESSAGE_REACTION_ADD":cr(t,1);break;case"MESSAGE_REACTION_REMOVE":cr(t,-1);break;case"MESSAGE_REACTION_REMOVE_ALL":yt({id:t.message_id,channel_id:t.channel_id,reactions:[]});break;case"TYPING_START":t.user_id!==u.me&&Qs(t.channel_id,t.user_id);break;case"INTERACTION_ACK":t.state!=="pending"&&Gs(String(t.id),t.state);break;case"MODAL_OPEN":Object.assign(u,{modal:{...t,id:String(t.id)},modalError:"",modalBusy:!1});break;case"HELLO":u.status=t.status;break;case"BOT_STATUS":t.phase!==u.status.phase&&(t.phase==="ready"||t.phase==="loading")&&Vs(),u.status=t;break;case"BOT_LOG":u.log=[...u.log.slice(-299),t.line];break;case"CLOCK":$r(t.offset);break;default:/^(CHANNEL|GUILD_MEMBER|GUILD_ROLE)_/.test(e)&&Ks()}f()}function Ws(e){let t=u.messages.get(e.channel_id)??[];if(u.typing.get(e.channel_id)?.delete(e.author.id),t.some(n=>n.id===e.id))return yt(e);u.messages.has(e.channel_id)&&u.messages.set(e.channel_id,[...t,e]),e.channel_id!==u.current&&u.unread.add(e.channel_id)}function yt(e){let t=u.messages.get(e.channel_id);t&&u.messages.set(e.channel_id,t.map(n=>n.id===e.id?{...n,...e}:n))}function rd(e,t){let n=u.messages.get(e);n&&u.messages.set(e,n.filter(d=>d.id!==t))}function xt(e){for(let t of u.messages.values()){let n=t.find(d=>d.id===e);if(n)return yt({...n})}}function cr(e,t){let n=u.messages.get(e.channel_id)?.find(o=>o.id===e.message_id);if(!n)return;let d=e.user_id===u.me,r=o=>(o.id??o.name)===(e.emoji.id??e.emoji.name),i=(n.reactions??[]).map(o=>r(o.emoji)?{...o,count:o.count+t,me:d?t>0:o.me}:o);t>0&&!i.some(o=>r(o.emoji))&&i.push({emoji:e.emoji,count:1,me:d}),yt({...n,reactions:i.filter(o=>o.count>0)})}function Qs(e,t){let n=u.typing.get(e)??new Map;u.typing.set(e,n.set(t,Date.now()+ar)),setTimeout(f,ar+100)}var yr=()=>[...u.typing.get(u.current)??[]].filter(([,e])=>e>Date.now()).map(([e])=>wt.user(e)??"Someone");var Ys=[["audio/ogg;codecs=opus","ogg"],["audio/webm;codecs=opus","webm"],["audio/mp4","m4a"]],nn=class e{constructor(t,n,d){this.stream=t;this.recorder=n;this.ending=d;this.context.createMediaStreamSource(t).connect(this.analyser),n.ondataavailable=r=>{r.data.size&&this.chunks.push(r.data)},n.start(1e3)}stream;recorder;ending;chunks=[];context=new AudioContext;analyser=this.context.createAnalyser();frame=new Uint8Array(this.analyser.fftSize);began=performance.now();static async begin(){let t=Ys.find(([d])=>globalThis.MediaRecorder?.isTypeSupported(d));if(!t||!navigator.mediaDevices)throw new Error("This browser cannot record here. Attach a recording instead.");let n;try{n=await navigator.mediaDevices.getUserMedia({audio:!0})}catch(d){throw new Error(d.name==="NotFoundError"?"No microphone was found. Attach a recording instead.":"The microphone is not allowed here. Allow it beside the address, or attach a recording instead.")}return new e(n,new MediaRecorder(n,{mimeType:t[0]}),t[1])}get milliseconds(){return performance.now()-this.began}level(){this.analyser.getByteTimeDomainData(this.frame);let t=0;for(let n of this.frame)t=Math.max(t,Math.abs(n-128));return Math.min(t/100,1)}async finish(){let t=new Promise(n=>{this.recorder.onstop=n});return this.recorder.stop(),await t,this.release(),new File(this.chunks,`voice-message.${this.ending}`,{type:this.recorder.mimeType})}discard(){this.recorder.state!=="inactive"&&this.recorder.stop(),this.release()}release(){for(let t of this.stream.getTracks())t.stop();this.context.close()}};async function wr(e){let t=new AudioContext;try{let n=await t.decodeAudioData(await e.arrayBuffer());return{seconds:n.duration,waveform:Xs(n.getChannelData(0),n.duration)}}finally{t.close()}}function Xs(e,t){let n=Math.max(1,Math.min(256,Math.round(t*1e3/100))),d=Array.from({length:n},(i,o)=>{let l=0,c=Math.floor((o+1)*e.length/n);for(let g=Math.floor(o*e.length/n);g<c;g+=1)l=Math.max(l,Math.abs(e[g]));return l}),r=Math.max(...d,.05);return btoa(String.fromCharCode(...d.map(i=>Math.round(i/r*255))))}var Le=e=>{let t=Math.max(0,Math.round(e));return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`};var Zs="This interaction failed",sd=10*1024*1024;async function od(){let e=A(),t=u.current,n=e.text.trim();if(!n&&!e.files.length)return;if(n.length>2e3)return B(`Your message is too long: ${n.length} of 2000 characters.`);u.drafts.set(t,{text:"",files:[],reply:null,slash:null}),ud=0,f(),await D(x.send(t,n,e.files,e.reply?.id))||(u.drafts.set(t,e),f())}async function dn(e,t){let n=await wr(t).catch(()=>null);if(!n)return B(`${t.name} cannot be read as sound in this browser.`);await D(x.voice(e,t,n.seconds,n.waveform))}async function xr(e,t){let n=u.channels.find(d=>d.id===t);await D(x.forward(e.id,t))&&n&&B(`Forwarded to ${U(n)}.`,!0)}var Js=8e3,ud=0;function _r(){Date.now()-ud<Js||(ud=Date.now(),x.typing(u.current).catch(()=>{}))}function kr(e){for(let t of e.chips){let n=Zn(de(e.entry,t),e.values[t]);if(n)return e.error={name:t,text:n},!1}return e.error=void 0,!0}function ad(e,t){let n={};for(let d of e.chips){let r=de(e.entry,d),i=e.values[d];d===t||r.type===11||!i||Zn(r,i)||(n[d]=rr(r,i))}return n}async function rn(e){let t=u.current,n=e.chips.flatMap(o=>{let l=e.values[o]?.file;return l?[[o,l]]:[]}),d=A();u.drafts.set(t,{text:"",files:[],reply:null,slash:null}),f();let r=await D(x.slash(t,e.entry.path,ad(e),n));if(!r)return u.drafts.set(t,{...d,slash:e}),f();let i={id:r.interaction,channel:t,path:e.entry.path,failed:!1};u.pending=[...u.pending,i],tn(r.interaction,o=>{u.pending=o==="done"?u.pending.filter(l=>l.id!==i.id):u.pending.map(l=>l.id===i.id?{...l,failed:!0}:l),f()}),f()}var Er=e=>{u.pending=u.pending.filter(t=>t.id!==e),f()};async function ld(e,t,n){let d=`${e.id}:${t}`,r=o=>{u.busy.delete(d),o&&u.failures.set(e.id,o),xt(e.id),f()};u.busy.add(d),u.failures.delete(e.id),xt(e.id),f();let i=await D(n);i?tn(i.interaction,o=>r(o==="failed"?Zs:"")):r("")}var Mr=(e,t)=>ld(e,t,x.press(e.id,t)),Tr=(e,t,n)=>ld(e,t,x.select(e.id,t,n)),Ar=(e,t)=>ld(e,`menu:${t}`,x.menu(e.id,t)),un=(e,t,n)=>D(x.react(e.id,t,n)),Sr=e=>D(x.delete(e.id));function _t(e){A().reply=e,f(),document.querySelector(".composer textarea")?.focus()}function _e(e){let t=u.editing;u.editing=e.id;for(let d of[t,e.id])xt(d);f();let n=document.querySelector(".editing textarea");n?.focus(),n?.setSelectionRange(n.value.length,n.value.length)}function sn(){let e=u.editing;u.editing="",xt(e),f(),document.querySelector(".composer textarea")?.focus()}async function cd(e,t){let n=t.trim();(n===e.content||await D(x.edit(e.id,n)))&&sn()}async function on(e){await D(x.dismiss(e.id))&&rd(e.channel_id,e.id),f()}async function Cr(e,t){let n=u.modal;if(!n)return;u.modalBusy=!0,u.modalError="",f();let d=r=>{u.modal===n?Object.assign(u,{modalError:r,modalBusy:!1}):B(r),f()};try{let r=await x.submit(n.id,e,t);tn(r.interaction,i=>{if(i==="failed")return d("Something went wrong. Try again.");u.modal===n&&(u.modal=null),f()})}catch(r){d(r.message)}}function kt(e){let t=A();for(let n of e)if(n.size>sd)B(`${n.name} is too large: files may have up to 10 MB.`);else if(t.files.length>=10){B("A message can carry 10 files.");break}else t.files=[...t.files,n];f()}var q={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},I=e=>(...t)=>({_$litDirective$:e,values:t}),j=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,n,d){this._$Ct=t,this._$AM=n,this._$Ci=d}_$AS(t,n){return this.update(t,n)}update(t,n){return this.render(...n)}};var ke=class extends j{constructor(t){if(super(t),this.it=a,t.type!==q.CHILD)throw Error(this.constructor.directiveName+"() can only be used in child bindings")}render(t){if(t===a||t==null)return this._t=void 0,this.it=t;if(t===C)return t;if(typeof t!="string")throw Error(this.constructor.directiveName+"() called with a non-string value");if(t===this.it)return this._t;this.it=t;let n=[t];return n.raw=n,this._t={_$litType$:this.constructor.resultType,strings:n,values:[]}}};ke.directiveName="unsafeHTML",ke.resultType=1;var ep=I(ke);var Et=class extends ke{};Et.directiveName="unsafeSVG",Et.resultType=2;var Rr=I(Et);var Dr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Lr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Ir=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Or=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Nr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Pr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Br=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var jr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Hr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var qr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Fr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Ur=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Gr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Vr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Kr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var zr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Wr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Qr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Yr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Xr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Zr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Jr=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var eu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var tu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var nu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var du=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ru=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var uu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var iu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var su=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var ou=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var au=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var lu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var cu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var fu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var pu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var mu=`<!-- @license lucide-static v1.62.0 - ISC -->
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
`;var Bo={arrowDown:Dr,atSign:Lr,check:Ir,chevronDown:Fr,clock:Or,compass:Qr,copy:Ur,crown:Nr,download:Gr,ellipsis:Vr,externalLink:Kr,eye:zr,fileText:Wr,forward:Pr,grid:eu,hash:Yr,image:Xr,lock:nu,menu:du,mic:Br,note:Zr,pause:jr,pencil:ru,play:Hr,plus:uu,reply:iu,scrollText:su,send:ou,smile:au,sprout:Jr,trash:lu,trouble:tu,alert:cu,upload:fu,users:pu,volume:qr,x:mu},jo=Object.fromEntries(Object.entries(Bo).map(([e,t])=>[e,t.slice(t.indexOf(">",t.indexOf("<svg"))+1,t.lastIndexOf("</svg>"))]));function m(e){return bt`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Rr(jo[e])}</svg>`}function ie(){return bt`<svg class="drop" viewBox="0 0 48 48" aria-hidden="true">
    <path class="drop-body" d="M24 5c6.5 8.6 12.6 15.2 12.6 23.2C36.6 35.6 31 41 24 41s-12.6-5.4-12.6-12.8C11.4 20.2 17.5 13.6 24 5Z"/>
    <path class="drop-light" d="M17.2 28.4c0 4.2 2.9 7.2 6.6 7.6"/>
  </svg>`}var fd=new Map;function G(e){if(e.bot)return s`<span class="avatar avatar-bot" aria-hidden="true">${ie()}</span>`;let t=fd.get(e.id);return t===void 0&&fd.set(e.id,t=fd.size%6),s`<span class="avatar tone-${t}" aria-hidden="true">${[...e.name][0]?.toUpperCase()??"?"}</span>`}var vu=3600,Ho=24*vu,hu=9;function qo(){let e=new Date(oe());return e.getHours()>=hu&&e.setDate(e.getDate()+1),e.setHours(hu,0,1,0),(e.getTime()-oe())/1e3}var Fo=[["+1 hour","What was put off comes up.",()=>vu],["Next morning","To nine o'clock: reminders, a new day for habits.",qo],["+1 week","A week without an entry, and what that does to a streak.",()=>7*Ho]],Mt=!1;async function bu(e){Mt||(Mt=!0,f(),await D(x.clock(e)),Mt=!1,f())}var gu=(e=!1)=>s`<button type="button" class="button button-secondary" ?disabled=${e||Mt} @click=${()=>{bu({back:!0})}}>Back to now</button>`;function $u(){let e=u.offset>0,t=s`<b>${R(new Date(oe()),"F")}</b>`;return u.panel!=="clock"?e?s`<div class="banner made travelled" role="status">${m("clock")}<span>Time travel: it is ${t} here, ${ed(u.offset)} ahead.</span>${gu()}</div>`:a:s`<section class="made-panel" aria-label="Time travel">
    <div class="made-head"><h2>${m("clock")}Time travel</h2><span class="spacer"></span>${gu(!e)}<button type="button" class="ghost" aria-label="Close the time panel"
      @click=${()=>Re("clock")}>${m("x")}</button></div>
    <p role="status">${e?s`It is ${t} here, ${ed(u.offset)} ahead of your clock.`:s`It is ${t}. Go ahead, and see what reminders and streaks do then.`}</p>
    <div class="kinds few">${Fo.map(([n,d,r])=>s`<button type="button" class="kind" ?disabled=${Mt} @click=${()=>{bu({advance:r()})}}><span class="kind-name">${n}</span> <span class="kind-about">${d}</span></button>`)}</div></section>`}setInterval(()=>{u.offset>0&&f()},2e4);var{I:Uo}=Jd,yu=e=>e;var an=e=>e.strings===void 0,wu=()=>document.createComment(""),Ie=(e,t,n)=>{let d=e._$AA.parentNode,r=t===void 0?e._$AB:t._$AA;if(n===void 0){let i=d.insertBefore(wu(),r),o=d.insertBefore(wu(),r);n=new Uo(i,o,e,e.options)}else{let i=n._$AB.nextSibling,o=n._$AM,l=o!==e;if(l){let c;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(c=e._$AU)!==o._$AU&&n._$AP(c)}if(i!==r||l){let c=n._$AA;for(;c!==i;){let g=yu(c).nextSibling;yu(d).insertBefore(c,r),c=g}}}return n},ae=(e,t,n=e)=>(e._$AI(t,n),e),Go={},Oe=(e,t=Go)=>e._$AH=t,xu=e=>e._$AH,ln=e=>{e._$AR(),e._$AA.remove()};var Tt=I(class extends j{constructor(e){if(super(e),e.type!==q.PROPERTY&&e.type!==q.ATTRIBUTE&&e.type!==q.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!an(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===C||t===a)return t;let n=e.element,d=e.name;if(e.type===q.PROPERTY){if(t===n[d])return C}else if(e.type===q.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(d))return C}else if(e.type===q.ATTRIBUTE&&n.getAttribute(d)===t+"")return C;return Oe(e),t}});var At=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let d of n)d._$AO?.(t,!1),At(d,t);return!0},cn=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},_u=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),zo(t)}};function Vo(e){this._$AN!==void 0?(cn(this),this._$AM=e,_u(this)):this._$AM=e}function Ko(e,t=!1,n=0){let d=this._$AH,r=this._$AN;if(r!==void 0&&r.size!==0)if(t)if(Array.isArray(d))for(let i=n;i<d.length;i++)At(d[i],!1),cn(d[i]);else d!=null&&(At(d,!1),cn(d));else At(this,e)}var zo=e=>{e.type==q.CHILD&&(e._$AP??=Ko,e._$AQ??=Vo)},fn=class extends j{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,n,d){super._$AT(t,n,d),_u(this),this.isConnected=t._$AU}_$AO(t,n=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),n&&(At(this,t),cn(this))}setValue(t){if(an(this._$Ct))this._$Ct._$AI(t,this);else{let n=[...this._$Ct._$AH];n[this._$Ci]=t,this._$Ct._$AI(n,this,0)}}disconnected(){}reconnected(){}};var le=()=>new md,md=class{},pd=new WeakMap,V=I(class extends fn{render(e){return a}update(e,[t]){let n=t!==this.G;return n&&this.rt(void 0),(n||this.lt!==this.ct)&&(this.G=t,this.ht=e.options?.host,this.rt(this.ct=e.element)),a}rt(e){if(this.G!==void 0)if(this.isConnected||(e=void 0),typeof this.G=="function"){let t=this.ht??globalThis,n=pd.get(t);n===void 0&&(n=new WeakMap,pd.set(t,n)),n.get(this.G)!==void 0&&this.G.call(this.ht,void 0),n.set(this.G,e),e!==void 0&&this.G.call(this.ht,e)}else this.G.value=e}get lt(){return typeof this.G=="function"?pd.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var Me=js(ci(),1);var Ql=/^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/,Yl=/^(#{1,3}) +([^\n]+?)(\n|$)/,Xl=/^-# +([^\n]+?)(\n|$)/,Zl=/^( *)([-*]|\d{1,9}\.) +(.*)$/,Jl=e=>!e.prevCapture||/\n$/.test(e.prevCapture[0]),xd=e=>(t,n)=>Jl(n)?e.exec(t):null,ec={...Me.rulesExtended.heading,match:xd(Yl)},tc={...Me.rulesExtended.subtext,match:xd(Xl)},nc={order:Me.SimpleMarkdown.defaultRules.blockQuote.order,match:xd(Ql),parse:(e,t,n)=>({items:e[0].trimEnd().split(`
`).map(r=>Zl.exec(r)).map(([,r,i,o])=>({depth:Math.min(Math.floor(r.length/2),4),ordered:i.length>1,number:Number.parseInt(i,10),content:t(o,{...n,prevCapture:null})}))})},dc=Me.SimpleMarkdown.parserFor({...Me.rulesExtended,heading:ec,subtext:tc,list:nc}),yd=4096,rc=150;function _d(e,t){if(!e)return a;if(e.length>yd)return[_d(e.slice(0,yd),t),e.slice(yd)];if(e.split("](").length>rc)return e;let n;try{n=dc(e,{inline:!0})}catch{return e}return wd(n,t)}function kd(e){return e.replace(/<a?:(\w+):\d+>/g,":$1:").replace(/<t:(-?\d+)(?::(\w))?>/g,(t,n,d)=>R(new Date(Number(n)*1e3),d??"f")).replace(/[*_~`|>#]+/g,"").replace(/\s+/g," ").trim()}function wd(e,t){return typeof e=="string"?e:Array.isArray(e)?e.map(n=>ic(n,t)):a}function St(e){try{let t=new URL(e);return t.protocol==="https:"||t.protocol==="http:"?t.href:null}catch{return null}}function uc(e,t){let n=St(e);return n?s`<a href=${n} target="_blank" rel="noopener noreferrer nofollow">${t}</a>`:t}function fi(e){if(e instanceof KeyboardEvent&&e.key!=="Enter"&&e.key!==" ")return;e.preventDefault();let t=e.currentTarget;t.classList.add("revealed"),t.removeAttribute("role"),t.removeAttribute("tabindex"),t.removeAttribute("aria-label")}var Ee=e=>s`<span class="mention">${e}</span>`;function ic(e,t){let n=()=>wd(e.content,t);switch(e.type){case"text":return e.content;case"strong":return s`<strong>${n()}</strong>`;case"em":return s`<em>${n()}</em>`;case"underline":return s`<u>${n()}</u>`;case"strikethrough":return s`<s>${n()}</s>`;case"inlineCode":return s`<code>${e.content}</code>`;case"codeBlock":return s`<pre tabindex="0"><code>${e.content}</code></pre>`;case"blockQuote":return s`<blockquote>${n()}</blockquote>`;case"link":case"url":case"autolink":return uc(e.target,n());case"spoiler":return s`<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler, press to reveal" @click=${fi}
        @keydown=${fi}><span>${n()}</span></span>`;case"heading":return s`<div class="heading heading-${e.level}" role="heading" aria-level=${e.level+2}>${n()}</div>`;case"subtext":return s`<div class="subtext">${n()}</div>`;case"list":return s`<div class="list" role="list">${e.items.map(d=>s`<div class="item depth-${d.depth}"
        role="listitem"><span class="bullet">${d.ordered?`${d.number}.`:d.depth?"\u25E6":"\u2022"}</span><span>${wd(d.content,t)}</span></div>`)}</div>`;case"user":return Ee(`@${t.user(e.id)??"unknown-user"}`);case"channel":return Ee(`#${t.channel(e.id)??"unknown"}`);case"role":return Ee(`@${t.role(e.id)??"unknown-role"}`);case"everyone":return Ee("@everyone");case"here":return Ee("@here");case"slashCommand":return Ee(`/${e.fullName}`);case"guildNavigation":return Ee(`#${e.navigation}`);case"emoji":return s`<span title=":${e.name}:">:${e.name}:</span>`;case"twemoji":return e.name;case"timestamp":return s`<ink-time class="timestamp" unix=${e.timestamp} format=${e.format??"f"}></ink-time>`;case"br":case"newline":return`
`;default:return n()}}var X=e=>_d(e??"",wt),Z=(e,t)=>V(n=>{n&&t&&n.style.setProperty(e,t)}),Te=e=>e==null?null:`#${e.toString(16).padStart(6,"0")}`;function _n(e){return e?.name?e.id?s`<span class="emoji" title=":${e.name}:">:${e.name}:</span>`:s`<span class="emoji">${e.name}</span>`:a}var ut=e=>e<1024?`${e} bytes`:e<1048576?`${(e/1024).toFixed(1)} KB`:`${(e/1048576).toFixed(1)} MB`,Ae=e=>e?.url?.startsWith("/cdn/")?e.url:null,it=e=>{try{return decodeURIComponent(new URL(e,location.origin).pathname.split("/").pop()||"file")}catch{return"file"}},Ct=/\.(png|jpe?g|gif|webp)$/i,kn=/\.(ogg|oga|opus|mp3|m4a|wav|flac|webm)$/i,Ed=e=>`${e}${e.includes("?")?"&":"?"}download=1`;function En(e){e&&(e.tabIndex=-1,e.addEventListener("blur",()=>e.removeAttribute("tabindex"),{once:!0}),e.focus({preventScroll:!0}),e.scrollIntoView({block:"nearest"}))}var rt=class{opener=null;show(t,n){!t||t.open||(document.activeElement instanceof HTMLElement&&document.activeElement!==document.body&&(this.opener=document.activeElement),t.showModal(),n&&t.querySelector(n)?.focus())}leave(){let{opener:t}=this;this.opener=null,t&&queueMicrotask(()=>{document.activeElement===document.body&&t.isConnected&&t.focus()})}};function Rt(e,t,n=()=>{}){return s`<div class="popup ${e}" tabindex="0" role="group" aria-label="Suggestions" @keydown=${r=>{r.key==="Escape"&&(r.stopPropagation(),r.currentTarget.closest(".composer")?.querySelector("textarea, .chip-more")?.focus())}} @blur=${n}
    @mousedown=${r=>r.preventDefault()}>${t}</div>`}var oc=48,ac=100,J=null,Td="",Mn=[],mi,Md=!1,hi=()=>J!==null&&Td===u.current;async function gi(){if(!(J||Md)){Md=!0;try{J=await nn.begin()}catch(e){return B(e.message)}finally{Md=!1}Td=u.current,Mn=[],mi=setInterval(lc,ac),f(),document.querySelector(".recorder [data-send]")?.focus()}}function lc(){J&&(Mn=[...Mn,J.level()].slice(-oc),J.milliseconds>=12e5?bi():f())}function vi(){let e=J;return clearInterval(mi),J=null,f(),document.querySelector(".composer textarea")?.focus(),e}var pi=()=>vi()?.discard();async function bi(){let e=Td,t=await vi()?.finish();t&&await dn(e,t)}function $i(){if(!J)return a;let e=Math.floor(J.milliseconds/1e3);return s`<div class="entry recorder" role="group" aria-label="Recording a voice message" @keydown=${t=>{t.key==="Escape"&&pi()}}>
    <button type="button" class="ghost" aria-label="Throw this recording away" title="Throw away" @click=${pi}>${m("trash")}</button>
    <span class="recorder-dot" aria-hidden="true"></span><span class="recorder-time" role="timer" aria-label="Recorded so far">${Le(e)}</span>
    <span class="levels" aria-hidden="true">${Mn.map(t=>s`<i ${Z("--level",String(Math.max(t,.08)))}></i>`)}</span>
    <button type="button" class="ghost send" data-send aria-label="Send voice message" title="Send" @click=${()=>{bi()}}>${m("send")}</button></div>`}var yi=(e,t,n)=>{let d=new Map;for(let r=t;r<=n;r++)d.set(e[r],r);return d},Dt=I(class extends j{constructor(e){if(super(e),e.type!==q.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,t,n){let d;n===void 0?n=t:t!==void 0&&(d=t);let r=[],i=[],o=0;for(let l of e)r[o]=d?d(l,o):o,i[o]=n(l,o),o++;return{values:i,keys:r}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,d]){let r=xu(e),{values:i,keys:o}=this.dt(t,n,d);if(!Array.isArray(r))return this.ut=o,i;let l=this.ut??=[],c=[],g,h,p=0,b=r.length-1,v=0,y=i.length-1;for(;p<=b&&v<=y;)if(r[p]===null)p++;else if(r[b]===null)b--;else if(l[p]===o[v])c[v]=ae(r[p],i[v]),p++,v++;else if(l[b]===o[y])c[y]=ae(r[b],i[y]),b--,y--;else if(l[p]===o[y])c[y]=ae(r[p],i[y]),Ie(e,c[y+1],r[p]),p++,y--;else if(l[b]===o[v])c[v]=ae(r[b],i[v]),Ie(e,r[p],r[b]),b--,v++;else if(g===void 0&&(g=yi(o,v,y),h=yi(l,p,b)),g.has(l[p]))if(g.has(l[b])){let w=h.get(o[v]),N=w!==void 0?r[w]:null;if(N===null){let P=Ie(e,r[p]);ae(P,i[v]),c[v]=P}else c[v]=ae(N,i[v]),Ie(e,r[p],N),r[w]=null;v++}else ln(r[b]),b--;else ln(r[p]),p++;for(;v<=y;){let w=Ie(e,c[y+1]);ae(w,i[v]),c[v++]=w}for(;p<=b;){let w=r[p++];w!==null&&ln(w)}return this.ut=o,Oe(e,c),C}});var Lt=()=>[...u.users.values()].map(e=>({label:e.name,value:e.id})),It=()=>u.roles.map(e=>({label:`@${e.name}`,value:e.id,about:"Role"})),Tn=(e=[])=>e.length&&!e.includes(0)?[]:u.channels.filter(t=>t.kind==="text").map(t=>({label:`#${t.name}`,value:t.id})),An=()=>[...Lt(),...It()];var Ot=":more",ee=null,L=-1,Cn="",st={key:"",offers:[],waiting:!1},Ad=0,hc=e=>`[data-chip="${CSS.escape(e)}"]`;function z(e){let t=document.querySelector(`.slash ${hc(e??Ot)}`);t?.focus(),(t instanceof HTMLTextAreaElement||t instanceof HTMLInputElement&&t.type==="text")&&t.setSelectionRange(t.value.length,t.value.length)}function Pt(e){return!!e.choices?.length||e.type===5||e.type>=6&&e.type<10}function Rn(e,t){let n=e.values[t.name]?.picked===void 0?(e.values[t.name]?.text??"").trim().toLowerCase():"",d=i=>i.filter(o=>o.name.toLowerCase().includes(n)).slice(0,25);if(t.autocomplete)return st.key===`${e.entry.path} ${t.name}`?st.offers:[];if(t.choices?.length)return d(t.choices);if(t.type===5)return d([{name:"True",value:!0},{name:"False",value:!1}]);let r={6:Lt,7:()=>Tn(t.channel_types),8:It,9:An}[t.type];return r?d(r().map(({label:i,...o})=>({name:i,...o}))):[]}async function Ei(e,t){let n=++Ad,d=`${e.entry.path} ${t.name}`;if(st.key!==d&&(st={key:d,offers:[],waiting:!0}),await new Promise(o=>setTimeout(o,150)),n!==Ad)return;let r={...ad(e,t.name),[t.name]:gc(t,e)},i=await x.autocomplete(u.current,e.entry.path,r,t.name).catch(()=>[]);n===Ad&&(st={key:d,offers:i,waiting:!1},f())}var gc=(e,t)=>t.values[e.name]?.text??"";function Mi(e,t,n){e.values[t.name]={text:n.name,picked:n.value},e.error?.name===t.name&&(e.error=void 0),Ti(e,t.name)}function Ti(e,t){let d=e.chips.slice(e.chips.indexOf(t)+1).find(r=>!e.values[r]?.text&&!e.values[r]?.file);f(),z(d??null)}function Rd(e,t){e.chips.push(t.name),Cn="",f(),z(t.name)}function vc(e,t){let n=e.chips.indexOf(t);e.chips.splice(n,1),delete e.values[t],e.error?.name===t&&(e.error=void 0),f(),z(e.chips[n-1]??e.chips[n]??null)}function Sn(e=""){A().slash=null,A().text=e,ee=null,f(),document.querySelector(".composer textarea")?.focus()}function bc(e){for(let t of e.chips){let n=de(e.entry,t),d=e.values[t];if(!d||d.picked!==void 0||!Pt(n))continue;let r=d.text.trim().toLowerCase(),i=Rn({...e,values:{}},n).find(o=>o.name.toLowerCase()===r);i&&(e.values[t]={text:i.name,picked:i.value})}}function Ai(e){bc(e),kr(e)?(ee=null,rn(e).then(()=>document.querySelector(".composer textarea")?.focus())):(f(),z(e.error.name))}function $c(e,t,n){let d=/(?:^|\s)([-_'\p{L}\p{N}]{1,32}):\s?$/u.exec(n),r=d&&de(e.entry,d[1]);if(!r)return!1;let i=n.slice(0,d.index).trim();return(r!==t||!i)&&(e.values[t.name]={text:i}),e.chips.includes(r.name)||e.chips.push(r.name),f(),z(r.name),!0}function yc(e,t,n){$c(e,t,n)||(e.values[t.name]={text:n},e.error?.name===t.name&&(e.error=void 0),L=Pt(t)?0:-1,t.autocomplete&&Ei(e,t),f())}function Sd(e,t,n){if(e.isComposing)return;let d=n?Rn(t,n):Si(t),r=o=>n?Mi(t,n,o):Rd(t,o),i=e.target;if(d.length&&(e.key==="ArrowDown"||e.key==="ArrowUp"))return e.preventDefault(),L=e.key==="ArrowDown"?(L+1)%d.length:(Math.max(L,0)-1+d.length)%d.length,f(),document.getElementById(`offer-${L}`)?.scrollIntoView({block:"nearest"});if(e.key==="Enter"){e.preventDefault();let o=n&&t.values[n.name],l=L>=0&&(!n||o?.picked===void 0)?d[L]:void 0;return l?r(l):Ai(t)}if(e.key==="Tab"&&!e.shiftKey&&L>=0&&d[L]&&i.value&&(!n||t.values[n.name]?.picked===void 0))return e.preventDefault(),r(d[L]);if(e.key==="Escape")return e.preventDefault(),Sn();if(e.key==="Backspace"&&!i.value&&i.type!=="file"){if(e.preventDefault(),!n)return t.chips.length?z(t.chips.at(-1)):Sn(`/${t.entry.path}`);if(!n.required)return vc(t,n.name);let o=t.chips.indexOf(n.name);o>0?z(t.chips[o-1]):Sn(`/${t.entry.path}`)}}function wc(e,t){let n=t.endsWith(":")&&Zt(e).find(d=>d.name===t.slice(0,-1).trim());if(n)return Rd(e,n);Cn=t,L=t?0:-1,f()}var Si=e=>Zt(e).filter(t=>t.name.includes(Cn.trim().toLowerCase().replace(/:$/,"")));function Cd(e,t){ee=e;let n=de(t.entry,e);L=n&&Pt(n)?0:-1,n?.autocomplete&&Ei(t,n),f()}function Ci(e){let t=ee&&ee!==Ot?de(e.entry,ee):void 0,n=Zt(e);return s`${t?kc(e,t):ee===Ot&&n.length?Ec(e):a}
    <div class="slash-head" id="slash-about"><b>/${e.entry.path}</b><span>${e.error?s`<span class="failure" role="alert">${e.error.name}: ${e.error.text}</span>`:t?s`${t.name}${t.description!=="\u2026"?` \u2014 ${t.description}`:a}`:e.entry.description}</span></div>
    <div class="entry slash" role="group" aria-label="/${e.entry.path}">
      <button type="button" class="ghost" aria-label="Leave this command" title="Leave this command" @click=${()=>Sn()}>${m("x")}</button>
      <div class="chips"><span class="slash-name">/${e.entry.path}</span>${Dt(e.chips,d=>d,d=>xc(e,de(e.entry,d)))}
        ${n.length||!e.chips.length?s`<input type="text" class="chip-more" data-chip=${Ot} autocomplete="off" aria-label="Add an option" placeholder=${n.length?`+${n.length} optional`:"Press Enter to send"}
          .value=${Tt(Cn)} @input=${d=>wc(e,d.target.value)}
          @focus=${()=>Cd(Ot,e)} @blur=${()=>Nt()} @keydown=${d=>Sd(d,e,null)}>`:a}</div>
      <button type="button" class="ghost send" aria-label="Send command" @click=${()=>Ai(e)}>${m("send")}</button>
    </div>`}function Nt(){setTimeout(()=>{document.activeElement?.closest(".slash, .popup")||(ee=null,f())},100)}function xc(e,t){let n=e.values[t.name],d=e.error?.name===t.name,r=`chip ${d?"wrong":""} ${ee===t.name?"focused":""}`;if(t.type===11)return s`<label class="${r} chip-file"><span class="chip-name">${t.name}</span><span class="chip-value">${n?.file?`${n.file.name} \xB7 ${ut(n.file.size)}`:"Choose a file"}</span>
      <input type="file" data-chip=${t.name} aria-label=${t.name} @focus=${()=>Cd(t.name,e)} @blur=${Nt} @keydown=${l=>{(l.key!=="Enter"||n?.file)&&Sd(l,e,t)}}
        @change=${l=>_c(e,t,l.target.files?.[0])}></label>`;let i=ee===t.name&&Rn(e,t).length>0,o=V(l=>{l&&wi(l)});return s`<label class=${r}><span class="chip-name">${t.name}</span><textarea rows="1" data-chip=${t.name} aria-label=${t.name} aria-describedby="slash-about"
    aria-invalid=${d?"true":a} aria-haspopup=${Pt(t)||t.autocomplete?"listbox":a}
    aria-controls=${i?"offers":a} aria-activedescendant=${i&&L>=0?`offer-${L}`:a} spellcheck="false" inputmode=${t.type===4?"numeric":t.type===10?"decimal":a}
    .value=${Tt(n?.text??"")} ${o} @input=${l=>{let c=l.target;yc(e,t,c.value.replace(/\s*\n\s*/g," ")),wi(c)}}
    @focus=${()=>Cd(t.name,e)} @blur=${Nt} @keydown=${l=>Sd(l,e,t)}></textarea></label>`}function wi(e){CSS.supports("field-sizing","content")||(e.style.width=`${Math.min(Math.max(e.value.length+1,4),60)}ch`)}function _c(e,t,n){if(n){if(n.size>sd)return B(`${n.name} is too large: files may have up to 10 MB.`);e.values[t.name]={text:n.name,file:n},Ti(e,t.name)}}function kc(e,t){let n=Rn(e,t),d=t.autocomplete&&st.waiting;return e.values[t.name]?.picked!==void 0&&!t.autocomplete?a:n.length?Rt("",s`<div class="popup-head">${t.name}</div><div id="offers" role="listbox" aria-label=${t.name}>${n.map((r,i)=>Ri(i,r.name,r.about??"",()=>Mi(e,t,r)))}</div>`,Nt):d?s`<div class="popup quiet">Asking Inkling…</div>`:Pt(t)?s`<div class="popup quiet">Nothing here matches.</div>`:a}function Ec(e){let t=Si(e);return t.length?Rt("",s`<div class="popup-head">Optional</div><div id="offers" role="listbox" aria-label="Options">${t.map((n,d)=>Ri(d,n.name,n.description,()=>Rd(e,n)))}</div>`,Nt):s`<div class="popup quiet">No option has this name.</div>`}function Ri(e,t,n,d){return s`<div id="offer-${e}" role="option" class="choice" aria-selected=${e===L?"true":"false"}
    @pointermove=${()=>{L!==e&&(L=e,f())}} @click=${d}><span class="choice-line"><b>${t}</b></span>${n&&n!=="\u2026"?s`<span class="choice-about">${n}</span>`:a}</div>`}var W=0,Li="",Ii=()=>A().text.startsWith("/")&&A().text!==Li?A().text.slice(1):null,Oi=()=>{let e=Ii();return e===null||e.includes(`
`)?[]:dr(ue(),e)};function Ni(e){let t=A();t.slash=Xt(e),t.text="",f(),z(t.slash.chips[0]??null)}function Dn(e){let t=A();t.slash=Xn(e,ue()),t.text=t.slash?"":e,f(),t.slash?z(t.slash.chips[0]??null):document.querySelector(".composer textarea")?.focus()}function Mc(e){let t=e.target,n=A();if(n.text=t.value,t.value&&!t.value.startsWith("/")&&_r(),W=0,n.slash=Xn(t.value,ue()),n.slash){n.text="";let d=n.slash.chips;f(),z(d.findLast(r=>n.slash?.values[r])??d[0]??null)}else f()}function Tc(e){if(e.isComposing)return;let t=Oi();if(t.length){if(e.key==="ArrowDown"||e.key==="ArrowUp")return W=(W+(e.key==="ArrowDown"?1:-1)+t.length)%t.length,e.preventDefault(),f(),document.getElementById(`command-${W}`)?.scrollIntoView({block:"nearest"});if(e.key==="Tab"&&!e.shiftKey||e.key==="Enter"){e.preventDefault();let n=t[W];return e.key==="Enter"&&!n.options.length?void rn(Xt(n)):Ni(n)}}if(e.key==="ArrowUp"&&!A().text){let n=(u.messages.get(u.current)??[]).findLast(d=>we(d).edit);n&&(e.preventDefault(),_e(n));return}if(e.key==="Escape")return Li=A().text,A().reply=null,f();e.key==="Enter"&&!e.shiftKey&&(e.preventDefault(),od())}function Ac(e){let t=e.clipboardData?.files;t?.length&&(e.preventDefault(),kt(t))}function Pi(){let e=re(),t=A(),n=Oi(),d=!t.text.trim()&&!t.files.length;W>=n.length&&(W=0);let r=e?`Message ${U(e)}`:"Message";return hi()?s`<div class="composer">${$i()}</div>`:t.slash?s`<div class="composer">${Ci(t.slash)}</div>`:s`<div class="composer">
    ${n.length?Sc(n):Ii()!==null&&!n.length?s`<div class="popup quiet">${ue().length?"No command matches. Press Enter to send this as a message.":"Inkling has not registered its commands yet."}</div>`:a}
    ${t.reply?s`<div class="reply-bar"><span>Replying to <b>${De(t.reply.author).name}</b></span><button type="button" class="ghost"
      aria-label="Cancel reply" @click=${()=>{t.reply=null,f()}}>${m("x")}</button></div>`:a}
    ${t.files.length?s`<ul class="trays" aria-label="Files to send">${t.files.map(Rc)}</ul>`:a}
    <div class="entry">
      <label class="ghost attach" title="Attach files">${m("plus")}<input type="file" multiple aria-label="Attach files" @change=${i=>{let o=i.target;kt(o.files??[]),o.value="",matchMedia("(hover: none)").matches||document.querySelector(".composer textarea")?.focus()}}></label>
      <textarea rows="1" aria-label=${r} placeholder=${r} aria-haspopup="listbox" aria-controls=${n.length?"commands":a}
        aria-autocomplete="list" aria-activedescendant=${n.length?`command-${W}`:a} spellcheck="false" .value=${Tt(t.text)}
        @input=${Mc} @keydown=${Tc} @paste=${Ac}></textarea>
      ${d?s`<button type="button" class="ghost" aria-label="Record a voice message" title="Record a voice message" @click=${()=>{gi()}}>${m("mic")}</button>`:a}
      <button type="button" class="ghost send" aria-label="Send message" ?disabled=${d} @click=${()=>od()}>${m("send")}</button>
    </div></div>`}function Sc(e){let t=u.users.get(u.bot);return Rt("picker",s`<div class="popup-head">${t?G(t):a}${t?.name}</div>
    <div id="commands" role="listbox" aria-label="Commands">${e.map((n,d)=>s`<div id="command-${d}" role="option" class="choice"
      aria-selected=${d===W?"true":"false"} @pointermove=${()=>{W!==d&&(W=d,f())}}
      @click=${()=>Ni(n)}>
      <span class="choice-line"><b>/${n.path}</b>${n.options.filter(r=>r.required).map(r=>s`<span class="hint">${r.name}</span>`)}${n.options.some(r=>!r.required)?s`<span class="more">+${n.options.filter(r=>!r.required).length} optional</span>`:a}</span>
      <span class="choice-about">${n.description}</span></div>`)}</div>`)}var Di=new WeakMap;function Cc(e){let t=Di.get(e);return t||Di.set(e,t=URL.createObjectURL(e)),t}function Rc(e){let t=()=>{A().files=A().files.filter(r=>r!==e),f()},n=kn.test(e.name),d=()=>{t(),dn(u.current,e)};return s`<li class="tray">${Ct.test(e.name)?s`<img src=${Cc(e)} alt="">`:m(n?"volume":"fileText")}
    <span class="tray-words"><span class="file-name" title=${e.name}>${e.name}</span>${n?s`<button type="button" class="link" @click=${d}>Send as voice message</button>`:s`<span class="file-size">${ut(e.size)}</span>`}</span>
    <button type="button" class="ghost" aria-label="Remove ${e.name}" @click=${t}>${m("x")}</button></li>`}var Dc=()=>u.channels.find(e=>e.kind==="dm");async function Lc(e){let t=Dc();t&&(await xe(t.id),Dn(e))}var Bi="a red apple on a blue background",Ic=[{sign:"image",title:"Paint a picture",shown:`/imagine ${Bi}`,needs:"imagine",go:()=>Dn(`/imagine prompt: ${Bi}`)},{sign:"note",title:"Keep a note",shown:"Write Inkling a direct message",needs:"notes",go:()=>{Lc("Idea: paint the harbour at dusk, with the lamps already on #ideas")}},{sign:"sprout",title:"Begin a habit",shown:"/habit add Read before bed, daily",needs:"habit add",go:()=>Dn("/habit add name: Read before bed schedule: daily")}],Oc=[{kind:"notes",name:"a sample notebook",needs:"notes",done:"A notebook of twelve notes is yours. Type /notes to look into it."},{kind:"habits",name:"a year of habits",needs:"habit",done:"Four habits and a year of entries are yours. Type /habit today."}],Bt=new Set,jt=le(),ji=e=>ue().some(t=>t.path===e||t.path.startsWith(`${e} `));async function Nc(e){Bt.add(e.kind),f(),await D(x.sample(e.kind))&&(u.samples=[...u.samples,e.kind],B(e.done,!0)),Bt.delete(e.kind),f()}function Dd(){let e=Ic.filter(d=>ji(d.needs)),t=Oc.filter(d=>ji(d.needs)),n=d=>{Ln(),d.go()};return s`${e.length?s`<div class="steps">${e.map(d=>s`<button type="button" class="step" @click=${()=>n(d)}>${m(d.sign)}<span><b>${d.title}</b> <span class="step-shown">${d.shown}</span></span></button>`)}</div>`:a}
    ${t.length?s`<p class="samples"><span>Rather look around? Load</span>${t.map(d=>s`<button type="button" class="sample" aria-busy=${Bt.has(d.kind)?"true":a}
      ?disabled=${Bt.has(d.kind)||u.samples.includes(d.kind)} @click=${()=>{Nc(d)}}>${u.samples.includes(d.kind)?m("check"):a}${Bt.has(d.kind)?`loading ${d.name}\u2026`:d.name}</button>`)}</p>`:a}`}function Hi(){u.drawer="",u.guideShown=!0,f(),jt.value&&!jt.value.open&&jt.value.showModal()}function Ln(){u.guideShown&&(u.guideShown=!1,jt.value?.close(),f())}function qi(){return u.guideShown?s`<dialog ${V(jt)} class="modal guide" aria-labelledby="guide-title" @close=${Ln} @click=${e=>{e.target===e.currentTarget&&Ln()}}>
    <header><h2 id="guide-title">Three things to try</h2><button type="button" class="ghost" aria-label="Close" @click=${Ln}>${m("x")}</button></header>
    <div class="modal-body">${Dd()}</div></dialog>`:a}function In(e,t){if(!e?.url?.startsWith("attachment://"))return e;let n=e.url.slice(13);return t.attachments.find(d=>d.filename===n)??e}function On(e,t){return Vi(e.map(n=>{let d=In(n.media,t),r=Ae(d),i=it(d?.url??"");return{url:r??"",alt:n.description??"",name:i,caption:n.description??i,width:d?.width,height:d?.height,spoiler:n.spoiler,outside:r?void 0:d?.url??""}}))}function Gi(e){if(!e.length)return a;let t=e.filter(d=>Ct.test(d.filename)),n=e.filter(d=>!Ct.test(d.filename));return s`
    ${t.length?Vi(t.map(d=>({url:d.url,alt:d.description??"",name:d.filename,caption:d.description??d.filename,width:d.width,height:d.height,spoiler:d.filename.startsWith("SPOILER_")}))):a}
    ${n.map(d=>Ld(d.url,d.filename,d.size,kn.test(d.filename)))}`}function Ld(e,t,n,d=!1){return s`<div class="file ${d?"file-sound":""}">
    ${m("fileText")}
    <div class="file-words"><span class="file-name" title=${t}>${t}</span>${n?s`<span class="file-size">${ut(n)}</span>`:a}</div>
    ${e?s`<a class="ghost" href=${Ed(e)} download=${t} aria-label="Download ${t}">${m("download")}</a>`:a}
    ${d?s`<audio controls preload="none" src=${e} aria-label=${t}></audio>`:a}
  </div>`}function Vi(e){let t=e.filter(r=>!r.outside),n=r=>{u.picture={all:t,at:t.indexOf(r)},f()},d=(r,i)=>{let o=r.currentTarget;o.classList.contains("veiled")?o.classList.remove("veiled"):n(i)};return s`<div class="gallery gallery-${Math.min(e.length,10)}">${e.map(r=>r.outside!==void 0?s`<div class="outside">${m("lock")}<span>A picture elsewhere is not loaded here.</span>
        ${/^https?:/.test(r.outside)?s`<a href=${r.outside} target="_blank" rel="noopener noreferrer">Open it</a>`:a}</div>`:s`<button type="button" class=${r.spoiler?"picture veiled":"picture"} aria-label=${r.alt?`Open picture: ${r.alt}`:`Open picture ${r.name}`}
        @click=${i=>d(i,r)}
        ${Z("--ratio",r.width&&r.height?`${r.width} / ${r.height}`:null)}>
        <img src=${r.url} alt=${r.alt} loading="lazy" decoding="async" width=${r.width??a} height=${r.height??a}>
        ${r.alt?s`<span class="alt-mark" aria-hidden="true" title=${r.alt}>ALT</span>`:a}
        ${r.spoiler?s`<span class="veil-word">Spoiler</span>`:a}
      </button>`)}</div>`}function Nn(e,t,n,d=!1){let r=Ae(In(e,n));if(!r)return a;let i={url:r,alt:t??"",name:it(r),caption:t??it(r)};return s`<button type="button" class="thumbnail ${d?"veiled":""}" aria-label="Open picture: ${i.caption}"
    @click=${()=>{u.picture={all:[i],at:0},f()}}><img src=${r} alt=${i.alt} loading="lazy"></button>`}var Fi=le(),Ui=new rt;function Ki(){let e=u.picture;if(!e)return Ui.leave(),a;let t=e.all[e.at],n=()=>{u.picture=null,f()},d=i=>{e.at=(e.at+i+e.all.length)%e.all.length,f()},r=i=>{i.key==="ArrowRight"&&d(1),i.key==="ArrowLeft"&&d(-1)};return queueMicrotask(()=>Ui.show(Fi.value)),s`<dialog ${V(Fi)} class="light-box" aria-label="Picture" @close=${n} @keydown=${r}
      @click=${i=>{i.target.matches("dialog, .light-stage")&&n()}}>
    <div class="light-bar">
      <span class="light-count">${e.all.length>1?`${e.at+1} of ${e.all.length}`:a}</span>
      <a class="ghost" href=${Ed(t.url)} download=${t.name} aria-label="Download picture">${m("download")}<span>Download picture</span></a>
      <button type="button" class="ghost" aria-label="Close" @click=${n}>${m("x")}</button>
    </div>
    <div class="light-stage">
      ${e.all.length>1?s`<button type="button" class="ghost turn" aria-label="Previous picture" @click=${()=>d(-1)}>‹</button>`:a}
      <img src=${t.url} alt=${t.alt}>
      ${e.all.length>1?s`<button type="button" class="ghost turn" aria-label="Next picture" @click=${()=>d(1)}>›</button>`:a}
    </div>
    <p class="light-caption">${t.caption}</p>
  </dialog>`}var zi=I(class extends j{constructor(){super(...arguments),this.key=a}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(Oe(e),this.key=t),n}});var Pc=["","primary","secondary","success","danger","link","premium"];function ot(e,t){return e.map(n=>Wi(n,t))}function Wi(e,t){switch(e.type){case 1:return s`<div class="row">${ot(e.components??[],t)}</div>`;case 2:return Bc(e,t);case 3:case 5:case 6:case 7:case 8:return jc(e,t);case 9:return s`<div class="section"><div class="section-words">${ot(e.components??[],t)}</div>
      <div class="section-side">${e.accessory?Wi(e.accessory,t):a}</div></div>`;case 10:return s`<div class="text prose">${X(e.content)}</div>`;case 11:return Nn(e.media,e.description,t,e.spoiler);case 12:return On(e.items??[],t);case 13:{let n=In(e.file,t),d=Ae(n);return Ld(d??"",e.name??it(n?.url??""),e.size)}case 14:return s`<div class="separator ${e.divider===!1?"bare":""} ${e.spacing===2?"wide":""}"
      role="separator"></div>`;case 17:return s`<div class="container ${Te(e.accent_color)?"accented":""}" ${Z("--accent-bar",Te(e.accent_color))}>${e.spoiler?s`<button type="button" class="veil" @click=${n=>n.currentTarget.remove()}>Spoiler</button>`:a}${ot(e.components??[],t)}</div>`;default:return s`<div class="unknown">A component of kind ${e.type} is not shown here yet.</div>`}}function Bc(e,t){let n=s`${_n(e.emoji)}${e.label?s`<span>${e.label}</span>`:a}`,d=e.label||e.emoji?.name||"Button";if(e.style===5){let i=St(e.url??"");return s`<a class="button button-link" href=${i??a} target="_blank" rel="noopener noreferrer">${n}${m("externalLink")}</a>`}let r=u.busy.has(`${t.id}:${e.custom_id}`);return s`<button type="button" class="button button-${Pc[e.style??2]??"secondary"} ${r?"busy":""}"
    ?disabled=${!!e.disabled} aria-busy=${r?"true":a} aria-label=${d}
    @click=${()=>{r||Mr(t,e.custom_id??"")}}>${n}</button>`}function Pn(e){let t={5:Lt,6:It,7:An,8:()=>Tn(e.channel_types)}[e.type];if(!t)return e.options??[];let n=new Set(e.default_values?.map(d=>d.id));return t().map(({label:d,value:r,about:i})=>({label:d,value:r,description:i,default:n.has(r)}))}function jc(e,t){let n=u.busy.has(`${t.id}:${e.custom_id}`),d=Pn(e),r=e.placeholder||"Make a selection",i=(e.max_values??1)>1,o=l=>{Tr(t,e.custom_id??"",l)};return i?Hc(e,d,r,n,o):s`<span class="menu ${n?"busy":""}"><select aria-label=${r} ?disabled=${!!e.disabled||n}
      @change=${l=>o([l.target.value])}>
      ${d.some(l=>l.default)?a:s`<option value="" disabled selected hidden>${r}</option>`}
      ${d.map(l=>s`<option value=${l.value} ?selected=${!!l.default}>${l.emoji?.name&&!l.emoji.id?`${l.emoji.name} `:""}${l.label}${l.description?` \u2014 ${l.description}`:""}</option>`)}
    </select>${m("chevronDown")}</span>`}function Hc(e,t,n,d,r){let i=l=>{let c=l.currentTarget.closest("details");r([...c.querySelectorAll("input:checked")].map(g=>g.value)),c.open=!1},o=l=>{let c=l.currentTarget.closest("details"),g=c.querySelectorAll("input:checked").length;c.querySelector("button").disabled=g<(e.min_values??1)||g>(e.max_values??1)};return s`<details class="menu many ${d?"busy":""}"><summary aria-label=${n}>${n}${m("chevronDown")}</summary>
    <div class="many-list" role="group" aria-label=${n}>${t.map(l=>s`<label><input type="checkbox" value=${l.value}
      ?checked=${!!l.default} @change=${o}><span>${l.label}${l.description?s`<small>${l.description}</small>`:a}</span></label>`)}
      <button type="button" class="button button-primary" @click=${i} ?disabled=${(e.min_values??1)>t.filter(l=>l.default).length}>Choose</button></div></details>`}var Id=4,Ji=19,Bn=21,qc=22,Od=23,Fc=new Set([3,5,6,7,8]),Qi=le(),Yi=new rt;function es(){let e=u.modal;if(!e)return Yi.leave(),a;queueMicrotask(()=>Yi.show(Qi.value,".modal-body :is(textarea, input, select)"));let t=()=>{u.modal===e&&(u.modal=null,f())},n=d=>{d.preventDefault(),u.modalBusy||Cr(...Vc(e.components,d.currentTarget))};return zi(e.id,s`<dialog ${V(Qi)} class="modal" aria-labelledby="modal-title" @close=${t}>
    <form @submit=${n} novalidate>
      <header><span class="avatar avatar-bot" aria-hidden="true">${ie()}</span><h2 id="modal-title">${e.title}</h2>
        <button type="button" class="ghost" aria-label="Close" @click=${t}>${m("x")}</button></header>
      <div class="modal-body">
        ${e.components.map(Uc)}
        ${u.modalError?s`<p class="failure" role="alert">${m("alert")}${u.modalError}</p>`:a}
      </div>
      <footer><button type="button" class="button button-secondary" @click=${t}>Cancel</button>
        <button type="submit" class="button button-primary ${u.modalBusy?"busy":""}" aria-busy=${u.modalBusy?"true":a}>Submit</button></footer>
    </form></dialog>`)}function Uc(e){return e.type===10?s`<div class="text prose">${X(e.content)}</div>`:e.type===18&&e.component?Xi(e.component,e.label??"",e.description??""):(e.components??[]).map(t=>Xi(t,t.label??"",""))}function Xi(e,t,n){let d=`field-${e.custom_id}`,r=e.required!==!1&&e.type!==Od,i=r?s`<span class="star" aria-hidden="true">*</span>`:a,o=n?s`<p class="about" id="${d}-about">${n}</p>`:a;return e.type===Bn||ts(e)?s`<fieldset class="field"><legend>${t}${i}</legend>${o}${e.type!==Bn&&e.placeholder?s`<p class="about">${e.placeholder}</p>`:a}${Pn(e).map(l=>s`<label class="tick">
      <input type=${e.type===Bn?"radio":"checkbox"} name=${e.custom_id} value=${l.value} ?checked=${!!l.default}>
      <span>${l.label}${l.description?s`<small>${l.description}</small>`:a}</span></label>`)}</fieldset>`:e.type===Od?s`<div class="field"><label class="tick"><input type="checkbox" name=${e.custom_id} ?checked=${!!e.default}><span>${t}</span></label>${o}</div>`:s`<div class="field"><label for=${d}>${t}${i}</label>${o}${Gc(e,d,r,n)}</div>`}function Gc(e,t,n,d){let r=d?`${t}-about`:a;if(e.type===Id&&e.style===2)return s`<textarea id=${t} name=${e.custom_id} rows="5" ?required=${n} placeholder=${e.placeholder??""} aria-describedby=${r}
      maxlength=${e.max_length??a} .value=${e.value??""}></textarea>`;if(e.type===Id)return s`<input id=${t} name=${e.custom_id} type="text" autocomplete="off" ?required=${n} placeholder=${e.placeholder??""}
      aria-describedby=${r} maxlength=${e.max_length??a} .value=${e.value??""}>`;if(e.type===Ji){let o=e.max_values??1,l=c=>{let g=c.target;g.parentElement.querySelector(".drop-words").textContent=[...g.files??[]].map(h=>h.name).join(", ")||Zi(o)};return s`<span class="drop-box">${m("upload")}<span class="drop-words">${Zi(o)}</span><input id=${t} name=${e.custom_id} type="file" ?multiple=${o>1} aria-describedby=${r} @change=${l}></span>`}let i=Pn(e);return s`<span class="menu"><select id=${t} name=${e.custom_id} ?required=${n} aria-describedby=${r}>
    ${i.some(o=>o.default)&&n?a:s`<option value="" ?disabled=${n} ?selected=${!i.some(o=>o.default)}>${e.placeholder||"Make a selection"}</option>`}
    ${i.map(o=>s`<option value=${o.value} ?selected=${!!o.default}>${o.label}</option>`)}</select>${m("chevronDown")}</span>`}var ts=e=>e.type===qc||Fc.has(e.type)&&(e.max_values??1)>1,Zi=e=>e>1?`Choose up to ${e} files, or drop them here`:"Choose a file, or drop it here";function Vc(e,t){let n={},d=[],r=i=>[...t.elements].filter(o=>o.name===i);for(let i of e.flatMap(o=>o.component??o.components??[])){let o=i.custom_id;if(!o)continue;let[l]=r(o);if(l)if(i.type===Id)n[o]=l.value;else if(i.type===Od)n[o]=l.checked;else if(i.type===Bn)n[o]=r(o).find(c=>c.checked)?.value??null;else if(ts(i))n[o]=r(o).filter(c=>c.checked).map(c=>c.value);else if(i.type===Ji){n[o]=[];for(let c of l.files??[])d.push([o,c])}else n[o]=[...l.selectedOptions].map(c=>c.value).filter(Boolean)}return[n,d]}var Kc=()=>u.online&&(u.status.phase==="ready"||u.status.phase==="loading"),Hn=e=>s`<i class="presence ${!e.bot||Kc()?"here":""}" aria-hidden="true"></i>`,jn=e=>u.roles.find(t=>t.hoist&&e.roles.includes(t.id)),Ht=e=>e.id===u.owner?"Owner":jn(e)?.name??"Visitor";function zc(e){let t=jn(e)?.color;return s`<div class="member"><span class="with-status">${G(e)}${Hn(e)}</span><span class="member-name ${e.bot?"by-bot":""} ${t?"coloured":""}"
    ${Z("--role",Te(t))}>${e.name}</span>${e.id===u.owner?s`<span class="crown" title="Owns this server">${m("crown")}<span class="sr">owner</span></span>`:a}${e.bot?s`<span class="tag">App</span>`:a}${e.id===u.me?s`<small>you</small>`:a}</div>`}function ns(){let e=[...u.users.values()],t=e.filter(r=>!r.bot),n=(r,i)=>i.length?s`<section><h2>${r} — ${i.length}</h2>${i.map(zc)}</section>`:a,d=u.roles.filter(r=>r.hoist);return s`${d.map(r=>n(`${r.name}s`,t.filter(i=>jn(i)?.id===r.id)))}
    ${n("Members",t.filter(r=>!jn(r)))}${n("Apps",e.filter(r=>r.bot))}`}function ds(){let e=u.users.get(u.me);if(!e)return a;let t=[...u.users.values()].filter(n=>!n.bot&&n.id!==e.id);return s`<div class="panel"><div class="panel-me"><span class="with-status">${G(e)}${Hn(e)}</span>
      <span class="panel-name"><b>${e.name}</b><small>${Ht(e)}</small></span></div>
    <nav class="panel-others" aria-label="Be someone else"><span>Open a tab as</span>${t.map(n=>s`<a href="/?as=${n.id}" target="_blank" rel="noopener"
      title="${n.name}: ${Ht(n).toLowerCase()}" aria-label="Open a tab as ${n.name}, ${Ht(n).toLowerCase()}">${n.name}</a>`)}</nav></div>`}var Wc={},rs=I(class extends j{constructor(){super(...arguments),this.ot=Wc}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((d,r)=>d===this.ot[r]))return C}else if(this.ot===t)return C;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}});var at=40,Nd=null;function Qc(e){let t=[];try{t=[...atob(e)].map(n=>n.charCodeAt(0))}catch{}return Array.from({length:at},(n,d)=>{let r=t.slice(Math.floor(d*t.length/at),Math.max(Math.floor((d+1)*t.length/at),Math.floor(d*t.length/at)+1));return r.length?Math.max(...r)/255:0})}var Pd=class extends HTMLElement{static observedAttributes=["src","seconds","waveform"];audio=new Audio;bars=[];connectedCallback(){this.audio.preload="none";for(let t of["play","pause","ended","timeupdate","seeked"])this.audio.addEventListener(t,this.draw);this.audio.addEventListener("error",this.draw),this.attributeChangedCallback()}disconnectedCallback(){this.audio.pause()}attributeChangedCallback(){if(!this.isConnected)return;let t=this.getAttribute("src")??"";this.audio.getAttribute("src")!==t&&this.audio.setAttribute("src",t),this.bars=Qc(this.getAttribute("waveform")??""),this.draw()}get seconds(){return Number(this.getAttribute("seconds"))||0}toggle=()=>{if(!this.audio.paused)return this.audio.pause();Nd!==this.audio&&Nd?.pause(),Nd=this.audio,this.audio.play().catch(()=>this.draw())};jump=t=>{this.audio.currentTime=Number(t.target.value),this.draw()};draw=()=>{let t=this.audio.ended?0:this.audio.currentTime,n=!this.audio.paused&&!this.audio.ended,d=this.seconds?t/this.seconds:0,r=t>0?`${Le(t)} / ${Le(this.seconds)}`:Le(this.seconds);Yt(this.audio.error?s`<span class="voice-words">This recording cannot be played here.</span>`:s`
      <button type="button" class="voice-play" aria-label=${n?"Pause":"Play voice message"} @click=${this.toggle}>${m(n?"pause":"play")}</button>
      <span class="voice-wave"><svg viewBox="0 0 ${at*4} 32" preserveAspectRatio="none" aria-hidden="true">${this.bars.map((i,o)=>bt`<rect class=${(o+.5)/at<=d?"heard":""} x=${o*4+.5} width="2.5" rx="1.2" y=${16-Math.max(i*15,1.5)} height=${Math.max(i*30,3)} />`)}</svg>
        <input type="range" min="0" max=${this.seconds} step="any" .value=${String(t)} aria-label="Place in the voice message" aria-valuetext=${r} @input=${this.jump}></span>
      <span class="voice-time">${r}</span>`,this)}};customElements.define("ink-voice",Pd);var us=(e,t,n)=>s`<ink-voice class="voice" src=${e} seconds=${t} waveform=${n}></ink-voice>`;var Yc=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F389}","\u{1F440}","\u{1F64F}","\u2705","\u{1F525}"],Xc={all:"Message actions",react:"Add a reaction",forward:"Forward to",delete:"Delete this message?"},ce=le(),lt=null;function pe(e,t,n){lt=document.activeElement,u.sheet={message:e.id,kind:t},f(),ce.value&&!ce.value.open&&ce.value.showModal(),ss(n.x,n.y)}function ss(e,t){let n=ce.value;n&&(n.style.setProperty("--x",`${Math.max(8,Math.min(e,innerWidth-n.offsetWidth-8))}px`),n.style.setProperty("--y",`${Math.max(8,Math.min(t,innerHeight-n.offsetHeight-8))}px`))}var qn=e=>{let t=e.currentTarget.getBoundingClientRect();return{x:t.right-240,y:t.bottom+4}};function ft(){u.sheet=null,ce.value?.close(),f(),!(!(lt instanceof HTMLElement)||!lt.isConnected||document.activeElement!==document.body)&&(lt.matches("article")?En(lt):lt.focus())}function os(e,t){let n=e.target;if(u.sheet)return e.preventDefault();if(n.closest("a, textarea, input, select")||getSelection()?.toString()&&!matchMedia("(hover: none)").matches)return;e.preventDefault();let d=e.currentTarget.getBoundingClientRect(),r=e.clientX||e.clientY;pe(t,"all",r?{x:e.clientX,y:e.clientY}:{x:d.left+72,y:d.top+24})}var Zc=450,fe=null;function as(e,t){if(e.pointerType!=="touch"||e.target.closest("a, button, select, textarea, input"))return;qt();let{clientX:n,clientY:d}=e;fe={x:n,y:d,timer:setTimeout(()=>{fe=null,u.sheet||pe(t,"all",{x:n,y:d})},Zc)}}function ls(e){fe&&Math.hypot(e.clientX-fe.x,e.clientY-fe.y)>10&&qt()}function qt(){fe&&clearTimeout(fe.timer),fe=null}function Jc(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(!t)return;e.preventDefault();let n=[...e.currentTarget.querySelectorAll("button")];n[(n.indexOf(document.activeElement)+t+n.length)%n.length]?.focus()}function cs(){let e=u.sheet,t=e&&u.messages.get(u.current)?.find(n=>n.id===e.message);return!e||!t?a:s`<dialog ${V(ce)} class="sheet" aria-label=${Xc[e.kind]} @close=${()=>{u.sheet&&ft()}}
    @keydown=${Jc} @click=${n=>{n.target===n.currentTarget&&ft()}}
    @contextmenu=${n=>n.preventDefault()}><div class="sheet-body">${e.kind==="delete"?df(t):e.kind==="forward"?nf(t):s`${ef(t)}${e.kind==="all"?tf(t):a}`}</div></dialog>`}function ef(e){return(e.flags??0)&64?a:s`<div class="quick" role="group" aria-label="Quick reactions">${Yc.map(t=>{let n=!!e.reactions?.some(d=>d.emoji.name===t&&d.me);return s`<button type="button" class=${n?"mine":""} aria-label="React with ${t}" aria-pressed=${n} @click=${()=>{ft(),un(e,t,n)}}>${t}</button>`})}</div>`}function tf(e){let t=we(e),n=t.use?mr():[];return s`<div class="doings">
    ${t.answer?ct("reply","Reply",()=>_t(e)):a}
    ${t.forward?s`<button type="button" class="doing" @click=${()=>is("forward")}>${m("forward")}<span>Forward</span></button>`:a}
    ${t.edit?ct("pencil","Edit message",()=>_e(e)):a}
    ${e.content?ct("copy","Copy text",()=>{navigator.clipboard?.writeText(e.content)}):a}
    ${t.dismiss?ct("eye","Dismiss message",()=>{on(e)}):a}
    ${t.delete?s`<button type="button" class="doing danger" @click=${()=>is("delete")}>${m("trash")}<span>Delete message</span></button>`:a}
    ${n.length?s`<div role="group" aria-labelledby="apps"><h2 id="apps">Apps</h2>${n.map(d=>ct("grid",d,()=>{Ar(e,d)},u.users.get(u.bot)?.name))}</div>`:a}</div>`}function ct(e,t,n,d,r){return s`<button type="button" class="doing" aria-label=${r??a} @click=${()=>{ft(),n()}}>${m(e)}<span>${t}</span>${d?s`<small aria-hidden="true">${d}</small>`:a}</button>`}function is(e){u.sheet&&(u.sheet.kind=e),f();let{left:t,top:n}=ce.value.getBoundingClientRect();ss(t,n),ce.value?.querySelector("button")?.focus()}function nf(e){return s`<p class="sheet-ask">Forward to</p><div class="doings">${u.channels.map(t=>ct(t.kind==="dm"?"atSign":t.hidden?"lock":"hash",t.name,()=>{xr(e,t.id)},void 0,U(t)))}</div>`}function df(e){return s`<p class="sheet-ask">Delete this message${re()?.kind==="dm"?"":" for everyone"}? It cannot be brought back.</p>
    <div class="sheet-answers"><button type="button" class="button button-secondary" @click=${ft}>Keep it</button>
    <button type="button" class="button button-danger" @click=${()=>{ft(),Sr(e)}}>Delete</button></div>`}var uf=420*1e3,Se=(e,t)=>((e.flags??0)&t)!==0;function fs(e,t){return!!t&&t.author.id===e.author.id&&!e.referenced_message&&!e.interaction_metadata&&!Se(e,64)&&!Se(t,64)&&new Date(e.timestamp).getTime()-new Date(t.timestamp).getTime()<uf}function ps(e,t){let n=De(e.author),d=Se(e,64),r=Se(e,128),i=new Date(e.timestamp),o=e.mentions?.some(l=>l.id===u.me)&&e.author.id!==u.me;return s`<article class="message ${t?"compact":""} ${d?"ephemeral":""} ${o?"mentions-me":""}"
      aria-label=${`${n.name}, ${R(i,"t")}`} data-message=${e.id}
      @contextmenu=${l=>os(l,e)} @pointerdown=${l=>as(l,e)}
      @pointermove=${ls} @pointerup=${qt} @pointercancel=${qt} @keydown=${l=>of(l,e)}>
    ${cf(e)}
    ${t?s`<span class="gutter" aria-hidden="true">${R(i,"t")}</span>`:s`<span class="gutter">${G(n)}</span>`}
    <div class="body">
      ${t?a:s`<header><span class="author ${n.bot?"by-bot":""}">${n.name}</span>${n.bot?s`<span class="tag">App</span>`:a}<time datetime=${e.timestamp} title=${R(i,"F")}>${td(e.timestamp)}</time></header>`}
      ${r?s`<p class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${n.name} is thinking…</p>`:u.editing===e.id?af(e):ms(e)}
      ${mf(e)}
      ${u.failures.has(e.id)?s`<p class="failure" role="alert">${m("alert")}${u.failures.get(e.id)}</p>`:a}
      ${d?s`<p class="only-you">${m("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link"
        @click=${()=>on(e)}>Dismiss message</button></p>`:a}
    </div>
    ${r||u.editing===e.id?a:sf(e,n.name)}
  </article>`}function sf(e,t){let n=we(e);return s`<div class="tools" role="group" aria-label="Actions">
    ${n.answer?s`<button type="button" class="ghost" aria-label="Add a reaction" title="Add a reaction" @click=${d=>pe(e,"react",qn(d))}>${m("smile")}</button>
      <button type="button" class="ghost" aria-label="Reply to ${t}" title="Reply" @click=${()=>_t(e)}>${m("reply")}</button>`:a}
    ${n.edit?s`<button type="button" class="ghost" aria-label="Edit message" title="Edit" @click=${()=>_e(e)}>${m("pencil")}</button>`:a}
    <button type="button" class="ghost" aria-label="More actions" title="More" aria-haspopup="dialog" @click=${d=>pe(e,"all",qn(d))}>${m("ellipsis")}</button></div>`}function of(e,t){if(e.target!==e.currentTarget||e.ctrlKey||e.metaKey||e.altKey)return;let n=we(t),d=e.currentTarget.getBoundingClientRect(),r={x:d.left+72,y:d.top+24};if(e.key==="Enter")pe(t,"all",r);else if(e.key==="r"&&n.answer)_t(t);else if(e.key==="e"&&n.edit)_e(t);else if(e.key==="+"&&n.answer)pe(t,"react",r);else return;e.preventDefault()}function af(e){let t=d=>d.currentTarget.closest(".editing").querySelector("textarea"),n=d=>{d.stopPropagation(),!d.isComposing&&(d.key==="Escape"&&sn(),d.key==="Enter"&&!d.shiftKey&&(d.preventDefault(),cd(e,t(d).value)))};return s`<div class="editing"><textarea aria-label="Edit message" rows="1" maxlength="2000" spellcheck="false" .value=${e.content} @keydown=${n}></textarea>
    <div class="edit-foot"><button type="button" class="link" @click=${sn}>Cancel</button><span aria-hidden="true">·</span><button type="button" class="link"
      @click=${d=>{cd(e,t(d).value)}}>Save</button></div></div>`}function ms(e){let t=e.edited_timestamp?s`<span class="edited" title=${R(new Date(e.edited_timestamp),"F")}>(edited)</span>`:a;if(Se(e,32768))return s`<div class="parts">${ot(e.components,e)}</div>${e.edited_timestamp?s`<div class="edited-line">${t}</div>`:a}`;if(e.message_snapshots?.length)return lf(e);let n=Se(e,8192)?e.attachments[0]:void 0;return n?us(n.url,n.duration_secs??0,n.waveform??""):s`${e.content||e.edited_timestamp?s`<div class="text prose">${X(e.content)}${e.edited_timestamp?s` ${t}`:a}</div>`:a}
    ${Gi(e.attachments??[])}
    ${(e.embeds??[]).map(d=>hf(d,e))}
    ${e.components?.length?s`<div class="parts">${ot(e.components,e)}</div>`:a}`}function lf(e){let t=u.channels.find(n=>n.id===e.message_reference?.channel_id);return s`<div class="forwarded"><p class="forwarded-mark">${m("forward")}Forwarded</p>
    ${e.message_snapshots.map(({message:n})=>ms({...e,message_snapshots:void 0,...n,id:e.id}))}
    ${t?s`<button type="button" class="forwarded-from" @click=${()=>{xe(t.id)}}>${U(t)}<span aria-hidden="true">·</span>${td(e.message_snapshots[0].message.timestamp)}</button>`:a}</div>`}function cf(e){let t=e.interaction_metadata,n=t?.name??e.interaction?.name;if(t&&n&&!e.referenced_message){let o=De(t.user);return s`<div class="context">${G(o)}<span class="context-name">${o.name}</span> used <span class="mention">${t.command_type===3?"":"/"}${n}</span></div>`}let d=e.referenced_message;if(e.message_snapshots?.length||!e.message_reference&&!d)return a;if(!d)return s`<div class="context"><em>Original message was deleted</em></div>`;let r=De(d.author),i=kd(d.content)||ff(d)||(Se(d,8192)?"Voice message":d.attachments?.length?"Click to see attachment":"Click to see message");return s`<div class="context">${G(r)}<button type="button" class="context-jump" title="Go to this message"
    @click=${()=>pf(d.id)}><span class="context-name">${r.name}</span><span class="context-words">${i}</span></button></div>`}function ff(e){let t=[...e.components??[]];for(let n=t.shift();n;n=t.shift()){if(n.content)return kd(n.content);t.unshift(...n.components??[])}return""}function pf(e){let t=document.querySelector(`[data-message="${CSS.escape(e)}"]`);t?.scrollIntoView({block:"center",behavior:matchMedia("(prefers-reduced-motion: reduce)").matches?"auto":"smooth"}),t?.classList.add("found"),setTimeout(()=>t?.classList.remove("found"),1600)}function mf(e){return e.reactions?.length?s`<div class="reactions">${e.reactions.map(t=>s`<button type="button" class="reaction ${t.me?"mine":""}" aria-pressed=${t.me}
    aria-label=${`${t.emoji.name}, ${t.count}`} ?disabled=${!!t.emoji.id} @click=${()=>un(e,t.emoji.name??"",t.me)}>${_n(t.emoji)}<b>${t.count}</b></button>`)}
    <button type="button" class="reaction add" aria-label="Add a reaction to this" title="Add a reaction" @click=${t=>pe(e,"react",qn(t))}>${m("smile")}</button></div>`:a}function hf(e,t){let n=St(e.url??""),d=[e.footer?.text,e.timestamp?R(new Date(e.timestamp),"f"):""].filter(Boolean).join(" \xB7 ");return s`<div class="embed" ${Z("--accent-bar",Te(e.color))}><div class="embed-words">
    ${e.author?s`<div class="embed-author">${e.author.name}</div>`:a}
    ${e.title?s`<div class="embed-title">${n?s`<a href=${n} target="_blank" rel="noopener noreferrer">${e.title}</a>`:X(e.title)}</div>`:a}
    ${e.description?s`<div class="text prose">${X(e.description)}</div>`:a}
    ${e.fields?.length?s`<dl class="fields">${e.fields.map(r=>s`<div class=${r.inline?"inline":""}><dt>${X(r.name)}</dt><dd class="prose">${X(r.value)}</dd></div>`)}</dl>`:a}
    ${Ae(e.image)?On([{media:e.image}],t):a}
    ${d?s`<div class="embed-foot">${d}</div>`:a}
    </div>${e.thumbnail?Nn(e.thumbnail,null,t):a}</div>`}function hs(e){let t=u.users.get(u.me),n=u.users.get(u.bot);return s`<article class="message pending" aria-label=${`/${e.path}, ${e.failed?"failed":"sending"}`}>
    <div class="context">${t?G(t):a}<span class="context-name">${t?.name}</span> used <span class="mention">/${e.path}</span></div>
    <span class="gutter"><span class="avatar avatar-bot" aria-hidden="true">${ie()}</span></span>
    <div class="body"><header><span class="author by-bot">${n?.name}</span><span class="tag">App</span></header>
      ${e.failed?s`<p class="failure" role="alert">${m("alert")}The application did not respond</p>
        <p class="only-you">${m("eye")}<span>Only you can see this</span><span aria-hidden="true">·</span><button type="button" class="link" @click=${()=>Er(e.id)}>Dismiss message</button></p>`:s`<p class="thinking" role="status">Sending command…</p>`}
    </div></article>`}var gf=120,vf=1500,me=!0,gs="",vs=0,ws=-1/0,bs="",$s=null,ys=new ResizeObserver(()=>pt());function xs(){let e=re(),t=u.messages.get(u.current)??[],n=u.pending.filter(r=>r.channel===u.current),d=n.at(-1)?.id??t.findLast(r=>r.author.id===u.me)?.id??"";return d!==bs&&(bs=d,me=!0),s`<div class="scroller" tabindex="0" @scroll=${yf} @keydown=${wf} @wheel=${{handleEvent:Fn,passive:!0}}
    @touchmove=${{handleEvent:Fn,passive:!0}} @pointerdown=${Fn}>
    <div class="messages" role="log" aria-label="Messages">
      ${e&&u.loaded?$f(e,!t.length&&!n.length):a}
      ${Dt(t,r=>r.id,(r,i)=>bf(r,t[i-1]))}
      ${Dt(n,r=>r.id,hs)}
    </div></div>
    ${me?a:s`<button type="button" class="to-end" @click=${xf}>${m("arrowDown")}<span>Newest messages</span></button>`}`}function bf(e,t){let n=new Date(e.timestamp).toDateString(),d=!t||new Date(t.timestamp).toDateString()!==n,r=!d&&fs(e,t);return s`${d&&t?s`<div class="day" role="separator"><span>${R(new Date(e.timestamp),"D")}</span></div>`:a}
    ${rs([e,r,n,new Date(oe()).toDateString()],()=>ps(e,r))}`}function $f(e,t){return s`<div class="welcome ${t?"":"small"}">
    <div class="welcome-mark" aria-hidden="true">${e.kind==="dm"?s`<span class="avatar avatar-bot">${ie()}</span>`:m("hash")}</div>
    <h2>${e.kind==="dm"?"Inkling":`Welcome to #${e.name}`}</h2>
    <p>${e.kind==="dm"?"Your direct messages with Inkling. Nobody else sees them.":s`Type <kbd>/</kbd> to see what Inkling can do${t&&ue().length?", or begin with one of these":""}.`}</p>
    ${t?Dd():a}
  </div>`}function Fn(){ws=performance.now()}function yf(e){let t=e.currentTarget,n=t.scrollHeight-t.scrollTop-t.clientHeight<gf,d=t.scrollTop<vs&&performance.now()-ws<vf;vs=t.scrollTop;let r=n||me&&!d;r!==me&&(me=r,f())}function wf(e){Fn();let t=e.target,n=e.currentTarget,d={ArrowUp:-1,ArrowDown:1}[e.key];if(e.key==="Escape")return document.querySelector(".composer textarea")?.focus();if(!d||!(t===n||t.matches("article.message")))return;let r=[...n.querySelectorAll("article[data-message]")],i=r.indexOf(t),o=r[i<0?d<0?r.length-1:0:i+d];o&&(e.preventDefault(),En(o))}function xf(){me=!0,pt(),f()}function pt(){let e=document.querySelector(".scroller");if(!e)return;let t=e.firstElementChild;t&&t!==$s&&(ys.disconnect(),ys.observe(t),$s=t),gs!==u.current&&(gs=u.current,me=!0),me&&(e.scrollTop=e.scrollHeight)}var Es=[["limit","Rate limit","Discord answers the next three requests with \u201Ctoo many\u201D; Inkling waits and asks again."],["errors","Server errors","Discord's next two answers are errors (502); Inkling tries again by itself."],["slow","Slow network","Every answer from Discord takes two seconds longer, until you make all well."],["drop","Cut the connection","Inkling loses its live connection once, takes it up again and reads what it missed."],["session","Forget the session","The connection is cut and cannot be resumed; Inkling has to log in anew."],["expire","Expire all tokens","Buttons and commands asked so far count as 15 minutes old; results come another way."]],_f=1e3,kf=2500,_s,Un="",Ef=()=>Es.filter(([e])=>u.trouble[e]).map(([,e])=>e.toLowerCase()).join(", ");async function Ft(){clearTimeout(_s),u.trouble=await x.troubles().catch(()=>({})),f(),Object.keys(u.trouble).length&&(_s=setTimeout(()=>{Ft()},_f))}async function Ms(e){let t=await D(x.trouble(e));t&&(u.trouble=t,Un=t[e]?"":e,setTimeout(()=>{Un===e&&(Un="",f())},kf),await Ft())}function Bd(){Re("trouble"),u.panel==="trouble"&&Ft()}function Mf(e){let t=u.trouble[e];return t?s`<span class="left">${e==="slow"?"on":`${t} left`}</span>`:Un===e?s`<span class="left" role="status">done</span>`:a}function Ts(){let e=Ef();return u.panel!=="trouble"?e?s`<div class="banner made" role="status">${m("trouble")}<span>Trouble is on: ${e}.</span>${ks()}</div>`:a:s`<section class="made-panel" aria-label="Trouble">
    <div class="made-head"><h2>${m("trouble")}Trouble, on purpose</h2><span class="spacer"></span>${ks(!e)}<button type="button" class="ghost" aria-label="Close the trouble panel"
      @click=${Bd}>${m("x")}</button></div>
    <p>A bad day at Discord, to see what Inkling does then. It touches only this playground.</p>
    <div class="kinds">${Es.map(([t,n,d])=>s`<button type="button" class="kind ${u.trouble[t]?"on":""}" @click=${()=>{Ms(t)}}><span class="kind-name">${n}${Mf(t)}</span> <span class="kind-about">${d}</span></button>`)}</div></section>`}var ks=(e=!1)=>s`<button type="button" class="button button-secondary" ?disabled=${e} @click=${()=>{Ms("well")}}>Make all well</button>`;function Ss(){let e=re();return s`
    <header class="mark"><span class="mark-dot" aria-hidden="true"></span><span><b>Playground</b> — ${Tf()}<span class="wide-only"> Nothing leaves it, and it starts fresh each time.</span><span class="phone-only"> Nothing leaves it.</span></span></header>
    <div class="app ${u.drawer?`drawer-${u.drawer}`:""} ${u.membersShown?"with-members":""}">
      <nav class="rail" aria-label="Servers"><button type="button" class="server current" aria-label=${u.guildName} aria-current="true" title=${u.guildName}
        @click=${()=>{let t=u.channels[0];t&&xe(t.id)}}>${ie()}</button></nav>
      <div class="side" role="region" aria-label="Server">
        <div class="side-head"><h2>${u.guildName}</h2></div>
        <button type="button" class="channel begin" @click=${Hi}>${m("compass")}<span>Start here</span></button>
        <nav class="channels" aria-label="Channels">${As("Text channels","text")}${As("Direct messages","dm")}</nav>
        ${ds()}
      </div>
      <main class="chat" aria-label=${e?U(e):"Channel"}>
        <header class="chat-head">
          <button type="button" class="ghost only-phone ${u.unread.size?"news":""}" aria-label=${`Show channels${u.unread.size?", new messages":""}`} @click=${()=>Cs("channels")}>${m("menu")}</button>
          <span class="chat-kind" aria-hidden="true">${e?m(Rs(e)):a}</span><h1>${e?.name}</h1>
          ${e?.topic?s`<span class="topic" title=${e.topic}>${e.topic}</span>`:a}
          <span class="spacer"></span>
          <button type="button" class="ghost" aria-label="Time travel" title="Time travel" aria-expanded=${u.panel==="clock"} @click=${()=>Re("clock")}>${m("clock")}</button>
          <button type="button" class="ghost" aria-label="Trouble" title="Trouble, on purpose" aria-expanded=${u.panel==="trouble"} @click=${Bd}>${m("trouble")}</button>
          <button type="button" class="ghost" aria-label="Bot log" title="Bot log" aria-pressed=${u.logShown} @click=${()=>{u.logShown=!u.logShown,f()}}>${m("scrollText")}</button>
          <button type="button" class="ghost" aria-label="Member list" title="Member list" aria-pressed=${u.membersShown} @click=${Sf}>${m("users")}</button>
        </header>
        ${Cf()}${$u()}${Ts()}
        ${xs()}
        ${Pi()}
        ${Rf()}
        ${u.logShown?Df():a}
      </main>
      <aside class="members" aria-label="Members">${ns()}</aside>
      <div class="scrim" @click=${()=>{u.drawer="",f()}}></div>
    </div>
    <div class="toasts" role="status" aria-live="polite">${u.toasts.map(t=>s`<div class="toast">${m(t.good?"check":"alert")}<span>${t.text}</span>
      <button type="button" class="ghost" aria-label="Put this message away" @click=${()=>{u.toasts=u.toasts.filter(n=>n!==t),f()}}>${m("x")}</button></div>`)}</div>
    ${Ki()}${es()}${cs()}${qi()}`}function Tf(){let e=u.users.get(u.me);return e&&e.id!==u.owner?s`in this tab you are <b>${e.name}</b>, ${Ht(e).toLowerCase()}.`:"a Discord on this computer."}var Af=()=>matchMedia("(max-width: 760px)").matches;function Cs(e){u.drawer=u.drawer===e?"":e,f()}function Sf(){if(Af())return Cs("members");u.membersShown=!u.membersShown,f()}function As(e,t){let n=u.channels.filter(d=>d.kind===t);return s`<section><h2>${e}</h2>${n.map(d=>{let r=d.id===u.current,i=u.users.get(u.bot);return s`<button type="button" class="channel ${r?"current":""} ${u.unread.has(d.id)?"unread":""}" aria-current=${r?"page":a}
      @click=${()=>xe(d.id)}>${t==="dm"&&i?s`<span class="with-status">${G(i)}${Hn(i)}</span>`:m(Rs(d))}<span>${d.name}</span>${u.unread.has(d.id)?s`<span class="sr">, new messages</span>`:a}</button>`})}</section>`}var Rs=e=>e.kind==="dm"?"atSign":e.hidden?"lock":"hash";function Cf(){let{phase:e,detail:t}=u.status;if(!u.online)return s`<div class="banner trouble" role="status">The playground has stopped or is not reachable. This page reconnects by itself.</div>`;let n={starting:"Inkling is starting\u2026 Its model loads in about 15 s; you can already look around.",loading:"Inkling is here. Its model is still loading; what you ask for now waits its turn.",restarting:"Inkling stopped and is being started again. Nothing that was accepted is lost.",stopped:"Inkling does not run. Its log says why."};return n[e]?s`<div class="banner ${e==="stopped"||e==="restarting"?"trouble":""}" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${n[e]}${t?s` <small>${t}</small>`:a}</span></div>`:a}function Rf(){let e=yr(),t=e.length>2?s`<b>Several people</b> are typing…`:s`${e.map((n,d)=>s`${d?" and ":a}<b>${n}</b>`)} ${e.length>1?"are":"is"} typing…`;return s`<div class="typing" role="status">${e.length?s`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${t}</span>`:a}</div>`}function Df(){return s`<section class="log" aria-label="Bot log"><div class="log-head"><b>Bot log</b><button type="button" class="ghost" aria-label="Close the bot log" @click=${()=>{u.logShown=!1,f()}}>${m("x")}</button></div>
    <pre tabindex="0">${u.log.length?u.log.join(`
`):"Nothing yet."}</pre></section>`}var jd=document.getElementById("root");function Hd(){Yt(Ss(),jd),pt();let e=u.channels.find(n=>n.id===u.current),t=u.me===u.owner?"":`${wt.user(u.me)} in `;document.title=e?`${u.unread.size?"\u25CF ":""}${t}${U(e)} \u2014 Inkling playground`:"Inkling playground"}new ResizeObserver(pt).observe(jd);jd.addEventListener("load",pt,!0);for(let e of["dragover","drop"])document.addEventListener(e,t=>{t.preventDefault();let n=t.dataTransfer?.files;if(e!=="drop"||!n?.length)return;if(!u.modal)return kt(n);let d=t.target.closest?.(".drop-box")?.querySelector("input");d&&(d.files=n,d.dispatchEvent(new Event("change")))});document.addEventListener("keydown",e=>{(document.activeElement===document.body||document.activeElement?.matches(".scroller"))&&e.key.length===1&&!e.ctrlKey&&!e.metaKey&&!e.altKey&&e.key!==" "&&document.querySelector(".composer textarea")?.focus(),e.key==="Escape"&&u.drawer&&(u.drawer="",Hd())});pr(Hd);Hd();vr().then(Ft).catch(e=>{document.querySelector("#root").textContent=e.message});

package intake

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What stands above and below texts, to be mixed.
var (
	aboveTexts = strings.Split(`首页 > 安全专栏 > 正文|您当前的位置：首页 >> 动态|无障碍 关怀版|登录 注册|手机版|返回首页|扫一扫|点击上方蓝字关注我们|汐湾天气：|网站地图|搜索|>> 首页 >> 要闻|跳至内容`, "|")
	besideDate = strings.Split(`2024-05-06 16:22 来源：汐湾在线 浏览次数：128|来源：汐湾在线　作者：陆明　时间：2024-05-06|发布时间：2024年5月6日 16:22　字号：大 中 小|2024-05-06 16:22:08|（2024-05-06 16:22）来源：汐湾在线`, "|")
	belowTitle = strings.Split(`字号：大 中 小|【字体：大 中 小】 【打印】 【关闭】|分享到：|微信 微博 QQ空间|3小时前|阅读 1.2万|复制链接|小字号`, "|")
	belowTexts = strings.Split(`责任编辑：方远|（责编：方远、周一帆）|编辑丨方远|审核：唐静|分享到：微信 微博|打印本页 关闭窗口|上一篇：港区召开例会|下一篇：没有了|扫一扫在手机打开当前页|【纠错】|点赞 12|阅读原文|您是第 345 位访客|END|（完）|长按识别二维码关注我们|展开剩余60%|返回顶部|举报/反馈|汐ICP备12345678号-1|版权所有：汐湾港区|声明：本站转载的文章若涉及版权问题，请与本站联系，我们会及时处理。`, "|")
	titlesOf   = strings.Split(`港区隐患销号过九成|班前会怎样开才有效|把安全课堂搬进车间`, "|")
	textsOf    = strings.Split(`三月以来，汐湾港区把装卸作业的隐患逐条登记，谁发现、谁整改、谁复查，都写在同一张表上。|“记下来只是第一步，改掉才算数。”周师傅说，他们班组已经连续九年没有发生轻伤以上事故。|到月底，表上的四十二条已经销号四十条，余下两条正在等配件，配件一到就换。`, "|")
)

// TestMixture: whatever stands round a text, the text comes out of it, and its title.
func TestMixture(t *testing.T) {
	random := rand.New(rand.NewPCG(6, *seed))
	some := func(from []string, most int) []string {
		var out []string
		for _, i := range random.Perm(len(from))[:random.IntN(most+1)] {
			out = append(out, from[i])
		}
		return out
	}
	for range 30 * *rounds {
		title := titlesOf[random.IntN(len(titlesOf))]
		lines := append(some(aboveTexts, 5), title, besideDate[random.IntN(len(besideDate))])
		lines = append(append(append(lines, some(belowTitle, 3)...), textsOf...), some(belowTexts, 8)...)
		raw := strings.Join(lines, []string{"\n", "\n\n", "\r\n"}[random.IntN(3)])
		r := CleanText(raw, "", Options{})
		if got, want := strings.TrimSpace(r.Text[r.Body:]), strings.Join(textsOf, "\n\n"); got != want || r.Title != title || !strings.Contains(r.Text, "published: \"2024-05-06") {
			t.Fatalf("%s\nbecomes\n%s", raw, r.Text)
		}
	}
}

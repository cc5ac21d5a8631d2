package dev.andon.demo.model;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A small set of Japanese captions, for recipes that ask for them. */
final class Japanese {

    private static final Map<Finding, Phrases> SEEN = Map.of(
            Finding.GOOD, two(List.of("不良は見当たりません", "異常はありません", "欠陥は見えません", "問題は見つかりません"),
                    List.of("。", "、良品です。", "。正常な状態です。")),
            Finding.MISSING_HOLE, two(List.of("穴が一つありません", "穴が一つ欠けています", "穴が一つ開いていません"),
                    List.of("。", "、金属のままです。", "。加工漏れです。")),
            Finding.CRACK, two(List.of("縁からひびが入っています", "縁に亀裂が見えます", "縁からひびが伸びています"),
                    List.of("。", "、割れています。", "。")),
            Finding.LABEL_MISSING, two(List.of("ラベルがありません", "ラベルが貼られていません", "ラベルが見当たりません"),
                    List.of("。", "、瓶が見えています。", "。貼り忘れです。")),
            Finding.LABEL_CROOKED, two(List.of("ラベルが傾いています", "ラベルが斜めです", "ラベルが曲がって貼られています"),
                    List.of("。", "、水平ではありません。", "。")),
            Finding.LOW_FILL, two(List.of("液面が低すぎます", "内容量が足りません", "液面が基準より低いです"),
                    List.of("。", "、充填不足です。", "。")),
            Finding.SOLDER_BRIDGE, two(List.of("隣のピンとはんだがつながっています", "はんだブリッジがあります", "ピンの間にはんだがあります"),
                    List.of("。", "、短絡しています。", "。")),
            Finding.MISSING_COMPONENT, two(List.of("部品が一つありません", "部品が一つ実装されていません", "部品が一つ欠けています"),
                    List.of("。", "、パッドだけです。", "。")),
            Finding.UNSURE, two(List.of("この画像では判断できません", "はっきり見えません", "判定が難しいです"), List.of("。")),
            Finding.UNEXPECTED, two(List.of("見慣れない物が写っています", "異物があります", "想定外の物が見えます"), List.of("。")));

    private static final List<String> MUSINGS = List.of("画像がぼやけています。", "全体に暗い画像です。", "反射で一部が見えません。",
            "何かが手前を覆っています。", "もしかすると欠けているかもしれません。", "おそらく問題ないと思います。", "影のせいで形が分かりません。",
            "コントラストが低い画像です。", "コンベヤーだけがはっきり見えます。");

    private Japanese() {}

    static String seen(Finding finding, RandomGenerator random) {
        Phrases phrases = SEEN.get(finding);
        return phrases == null ? musing(random) : phrases.say("", random);
    }

    static String musing(RandomGenerator random) {
        return Phrases.any(MUSINGS, random);
    }

    private static Phrases two(List<String> first, List<String> second) {
        return Phrases.of(first, second);
    }
}

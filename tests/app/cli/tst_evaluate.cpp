#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "CliTesting.h"
#include "demo/Tissue.h"
#include "image/ImageFile.h"
#include "nn/Checkpoint.h"
#include "nn/Network.h"
#include "support/GeneratedNetworks.h"

using namespace isostain;
namespace fs = std::filesystem;

/// `evaluate` and `evaluate-slides` as a script sees them.
class TestEvaluate : public QObject {
    Q_OBJECT

private slots:
    /// Once: writing images waits for the disk.
    void initTestCase()
    {
        const auto both = demo::TissueGenerator({Stain::HematoxylinEosin, 4096, 4096, 1}).renderBoth({1500, 1500, 300, 100});
        for (const std::size_t scanner : {std::size_t(0), std::size_t(1)}) {
            const fs::path folder = fs::path(m_images.path().toStdString()) / (scanner == 0 ? "a" : "b");
            fs::create_directories(folder);
            for (int i = 0; i < 3; ++i) {
                const cv::Rect place(i * 100, 0, 100, 100);
                const std::string name = "image " + std::to_string(i) + ".png";
                QVERIFY(writePng(toRgb({both[scanner].pixels(place).clone()}), folder / name, Overwrite::No));
            }
        }
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/isostain evaluate ä XXXXXX");
        fs::copy(m_images.path().toStdString(), m_folder->path().toStdString(), fs::copy_options::recursive);
        fs::create_directories(path("empty"));
    }

    void everythingIsWritten()
    {
        const auto outcome =
            test::runCli(evaluateTo("out") + QStringList{"--method", "source", "--method", "reinhard", "--patch", "50"});
        QCOMPARE(outcome.text(), "0: " + outcome.out.toUtf8());
        QVERIFY(outcome.out.contains("| reinhard | 0."));
        const QStringList lines = textOf("out/metrics.csv").trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 3 * 2 * 4);
        QCOMPARE(lines[0], "image,method,ssim_target,psnr_target,ssim_source");
        QVERIFY(lines[2].startsWith("\"image 0.png#50,0\",source,0."));
        const QJsonObject json = QJsonDocument::fromJson(textOf("out/summary.json").toUtf8()).object();
        QCOMPARE(json["reference"]["file"].toString(), "image 0.png");
        QCOMPARE(json["patchSize"].toInt(), 50);
        QCOMPARE(json["source"].toString(), "a");
        QCOMPARE(json["methods"].toArray().size(), 2);
        QCOMPARE(textOf("out/summary.md"), outcome.out);
        const auto again = test::runCli(evaluateTo("out") + QStringList{"--method", "source"});
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.err.contains("exists already"));
        QCOMPARE(test::runCli(evaluateTo("out") + QStringList{"--method", "source", "--overwrite"}).exitCode, 0);
    }

    void pairsComeFromAList()
    {
        std::ofstream(path("pairs.tsv")) << "# two\nimage 0.png\timage 2.png\nimage 1.png\timage 1.png\n";
        const auto outcome = test::runCli(evaluateTo("out") + QStringList{"--method", "source", "--pairs", text("pairs.tsv")});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(textOf("out/metrics.csv").count('\n'), 3);
        QVERIFY(outcome.err.contains("image 2.png has no partner"));
        QVERIFY(outcome.err.contains("image 0.png has no partner"));
    }

    void aMissingFileOfAListIsLeftOut()
    {
        std::ofstream(path("pairs.tsv")) << "image 0.png\timage 0.png\nimage 9.png\timage 1.png\n";
        const auto outcome = test::runCli(evaluateTo("out") + QStringList{"--method", "source", "--pairs", text("pairs.tsv")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("image 9.png is left out") && outcome.err.contains("was not found"), outcome.text());
        QCOMPARE(textOf("out/metrics.csv").count('\n'), 2);
    }

    void badInputs_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("rows"); // of metrics.csv; -1: it does not exist

        const QStringList source{"--method", "source"};
        QTest::newRow("empty folder") << "" << source + QStringList{"--target", "@empty"} << 1 << "no image has a partner"
                                      << -1;
        QTest::newRow("no folder") << "" << source + QStringList{"--target", "@nowhere"} << 1 << "nowhere" << -1;
        QTest::newRow("one image") << "one image" << source << 0 << "has no partner" << 1;
        QTest::newRow("sizes differ") << "sizes differ" << source << 1 << "its size differs from that of" << 2;
        QTest::newRow("corrupt image") << "corrupt" << source << 1 << "image 1.png is left out" << 2;
        QTest::newRow("all corrupt") << "all corrupt" << source << 1 << "none could be evaluated" << -1;
        QTest::newRow("orphan") << "orphan" << source << 0 << "alone.png has no partner" << 3;
        QTest::newRow("target equals source")
            << "equal" << QStringList{"--method", "source", "--method", "reinhard"} << 0 << "" << 6;
        QTest::newRow("unwritable output") << "unwritable" << source << 1 << "out" << -1;
        QTest::newRow("unknown method") << "" << QStringList{"--method", "magic"} << 1 << "no such method" << -1;
        QTest::newRow("missing checkpoint")
            << "" << QStringList{"--method", "stainnet=nowhere.pth"} << 1 << "nowhere.pth" << -1;
        QTest::newRow("no checkpoint") << "" << QStringList{"--method", "stainnet=@a/image 0.png"} << 1 << "image 0.png" << -1;
        QTest::newRow("missing reference") << "" << QStringList{"--method", "khan", "--reference", "@no.png"} << 1 << "no.png"
                                           << -1;
        QTest::newRow("list with an error") << "list" << source + QStringList{"--pairs", "@pairs.tsv"} << 1 << "line 2" << -1;
        QTest::newRow("patches too large") << "" << source + QStringList{"--patch", "101"} << 1 << "too small" << -1;
        QTest::newRow("patches too small") << "" << source + QStringList{"--patch", "5"} << 2 << "--patch" << -1;
        QTest::newRow("no method") << "" << QStringList{} << 2 << "--method" << -1;
    }
    void badInputs()
    {
        QFETCH(QString, damage);
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        QFETCH(int, rows);
        damageInputs(damage);
        QStringList all = evaluateTo("out");
        for (QString argument : arguments)
            all.append(argument.replace('@', m_folder->path() + "/"));
        const qsizetype given = all.indexOf("--target", all.indexOf("--target") + 1);
        if (given > 0) // the later one counts here
            all.remove(all.indexOf("--target"), 2);
        const auto outcome = test::runCli(all);
        QTEST(outcome.exitCode, "exitCode");
        QVERIFY2(outcome.err.contains(sentence), outcome.text());
        QVERIFY2(!outcome.err.contains("should not happen"), outcome.text());
        QCOMPARE(fs::exists(path("out/metrics.csv")), rows >= 0);
        QCOMPARE(fs::exists(path("out/summary.json")), rows >= 0);
        if (rows >= 0) {
            QCOMPARE(textOf("out/metrics.csv").count('\n'), 1 + rows);
            QVERIFY(!textOf("out/summary.md").contains("nan"));
        } else if (damage != "unwritable") {
            QVERIFY(!fs::exists(path("out")));
        }
    }

    void spatialNetworksRunWhereTheModuleIs()
    {
        QVERIFY(writeCheckpoint(toStateDict(test::NetworkMaker(1).generator(4, 1)), path("generator.pth"), Overwrite::No));
        const auto outcome =
            test::runCli(evaluateTo("out") + QStringList{"--method", "staingan=" + text("generator.pth"), "--patch", "50"});
        if (outcome.err.contains("not part of this installation")) {
            QCOMPARE(outcome.exitCode, 1);
            QSKIP("this build has no LibTorch");
        }
        QCOMPARE(outcome.text(), "0: " + outcome.out.toUtf8());
        QCOMPARE(textOf("out/metrics.csv").count('\n'), 1 + 3 * 4);
        QCOMPARE(test::runCli(evaluateTo("other") + QStringList{"--method", "stainnet=" + text("generator.pth")}).exitCode, 1);
    }

    void slidesAreCompared()
    {
        std::ofstream(path("broken.svs")) << "not a slide";
        const auto outcome = test::runCli({"evaluate-slides", text("a/image 0.png"), text("broken.svs"), text("a/image 1.png"),
                                           "--method", "macenko", "--reference", text("b/image 2.png"), "-o", text("slides")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains("broken.svs is left out"), outcome.text());
        const QStringList lines = textOf("slides/slides.csv").trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[1].startsWith("image 0.png,macenko,0."));
        QVERIFY(outcome.out.contains("| macenko | 0."));
        const auto missing =
            test::runCli({"evaluate-slides", text("a/image 0.png"), "--method", "macenko", "-o", text("other")});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY(missing.err.contains("without a reference"));
        QVERIFY(!fs::exists(path("other")));
    }

private:
    fs::path path(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }
    QString text(const char* name) const { return m_folder->filePath(name); }

    QString textOf(const char* name) const
    {
        QFile file(text(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QStringList evaluateTo(const char* output) const
    {
        return {"evaluate", "--source", text("a"), "--target", text("b"), "-o", text(output)};
    }

    void damageInputs(const QString& damage) const
    {
        if (damage == "one image") {
            fs::remove(path("a/image 1.png"));
            fs::remove(path("b/image 2.png"));
            fs::remove(path("a/image 2.png"));
        } else if (damage == "sizes differ") {
            QVERIFY(writePng(toRgb(makeBgrxImage(100, 99, 0x804080)), path("b/image 1.png"), Overwrite::Yes));
        } else if (damage == "corrupt") {
            fs::resize_file(path("b/image 1.png"), fs::file_size(path("b/image 1.png")) / 2);
        } else if (damage == "all corrupt") {
            for (const auto& entry : fs::directory_iterator(path("a")))
                fs::resize_file(entry.path(), 20);
        } else if (damage == "orphan") {
            fs::copy_file(path("a/image 1.png"), path("a/alone.png"));
        } else if (damage == "equal") {
            fs::remove_all(path("b"));
            fs::copy(path("a"), path("b"));
        } else if (damage == "unwritable") {
            std::ofstream(path("out")) << "a file where a folder should be";
        } else if (damage == "list") {
            std::ofstream(path("pairs.tsv")) << "image 0.png\timage 0.png\nimage 1.png image 1.png\n";
        }
    }

    QTemporaryDir m_images; ///< what each test begins with
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"

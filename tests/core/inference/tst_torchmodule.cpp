#include <cstdio>
#include <fstream>
#include <string_view>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "image/ImageFile.h"
#include "inference/InferenceModule.h"
#include "inference/TorchModule.h"
#include "nn/Checkpoint.h"
#include "support/GeneratedNetworks.h"
#include "support/TestData.h"

using namespace isostain;
namespace fs = std::filesystem;

namespace {

constexpr const char* kProbe = "--probe-module";

/// What another copy of this program says of the module.
int probe()
{
    const auto backend = loadNetworkBackend();
    std::printf("%s\n", backend ? "found" : describe(backend.error()).c_str());
    return backend ? 0 : 1;
}

}

class TestTorchModule : public QObject {
    Q_OBJECT

private slots:
    void withoutTheModuleThereIsASentence_data()
    {
        QTest::addColumn<QByteArray>("content"); // of the module's file; none: there is no such file
        QTest::addColumn<QString>("reason");
        QTest::newRow("missing") << QByteArray() << "";
        QTest::newRow("damaged") << QByteArray("not a library") << "libisostain-torch.so";
    }

    void withoutTheModuleThereIsASentence()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, reason);
        // A copy of the program where no module lies beside it.
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        fs::create_directories(root / "bin");
        fs::copy_file("/proc/self/exe", root / "bin" / "program");
        if (!content.isEmpty())
            std::ofstream(root / "libisostain-torch.so", std::ios::binary) << content.toStdString();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("ISOSTAIN_MODULE_PATH", folder.path());
        process.setProcessEnvironment(environment);
        process.start(QString::fromStdString((root / "bin" / "program").string()), {kProbe});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        const QString said = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(said.startsWith("Running StainGAN and other networks that look at neighboring pixels is not part of this "
                                 "installation."),
                 qPrintable(said));
        QVERIFY2(said.contains(reason), qPrintable(said));
    }

    void theModuleIsFoundOnItsPath()
    {
        if (!loadNetworkBackend())
            QSKIP("this build has no LibTorch");
        QVERIFY(torchModuleFunction("isostainInferenceModule", "x"));
        const auto unknown = torchModuleFunction("isostainNoSuchFunction", "Something");
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::ModuleMissing);
        QCOMPARE(unknown.error().subject, std::string("Something"));
    }

    void pointwiseWorkNeverLoadsLibTorch_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("info") << QStringList{"info", "IMAGE"};
        QTest::newRow("normalize") << QStringList{"normalize", "IMAGE", "FOLDER/out.png", "--profile", "MODEL"};
        QTest::newRow("export") << QStringList{"export", "IMAGE", "-o", "FOLDER", "--profile", "MODEL"};
        QTest::newRow("snapshot") << QStringList{"snapshot", "IMAGE", "FOLDER/shot.png", "--profile", "MODEL"};
    }

    void pointwiseWorkNeverLoadsLibTorch()
    {
        QFETCH(QStringList, arguments);
        if (!fs::exists(test::cliPath()))
            QSKIP("isostain-cli is not built");
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        RgbImage image = makeRgbImage(300, 200);
        image.pixels.setTo(cv::Scalar(200, 120, 180));
        QVERIFY(writePng(image, root / "image.png", Overwrite::No));
        QVERIFY(writeCheckpoint(toStateDict(test::NetworkMaker(1).stainNet(32, 3, 1)), root / "model.pth", Overwrite::No));
        arguments.replaceInStrings("IMAGE", folder.filePath("image.png"));
        arguments.replaceInStrings("MODEL", folder.filePath("model.pth"));
        arguments.replaceInStrings("FOLDER", folder.path());
        // The dynamic linker names every library that it opens, whatever asked for it.
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LD_DEBUG", "files");
        process.setProcessEnvironment(environment);
        process.start(QString::fromStdString(test::cliPath().string()), arguments);
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray opened = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, opened.right(500).constData());
        QVERIFY(opened.contains("libopencv_core"));
        QVERIFY(!opened.contains("libtorch") && !opened.contains("libisostain-torch") && !opened.contains("libc10"));
    }
};

int main(int argc, char** argv)
{
    if (argc == 2 && std::string_view(argv[1]) == kProbe)
        return probe();
    TestTorchModule test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_torchmodule.moc"

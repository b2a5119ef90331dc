#include <atomic>
#include <semaphore>

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include "demo/Tissue.h"
#include "folder/FolderPanel.h"
#include "folder/FolderSlides.h"
#include "support/ImageSlide.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// Slides "a…" are of one scanner, "b…" of another; "broken…" cannot be opened.
Result<SlidePtr> openGenerated(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    if (name.starts_with("broken"))
        return fail(ErrorCode::SlideUnreadable, path.string());
    const demo::TissueGenerator tissue({Stain::HematoxylinEosin, 800, 600, 3});
    const auto scanner = name.starts_with("b") ? demo::ScannerId::B : demo::ScannerId::A;
    return std::make_shared<ImageSlide>(toRgb(tissue.render({0, 0, 800, 600}, scanner)), 0.5);
}

void touch(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

}

/// The list of the slides of a folder.
class TestFolderPanel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char* name : {"a1.svs", "a2.svs", "b.svs", "broken.svs", "notes.txt", ".hidden.svs"})
            touch(m_folder->filePath(name));
        QDir(m_folder->path()).mkdir("below");
        touch(m_folder->filePath("below/a3.svs"));
    }

    void listsAndReadsThem()
    {
        Background background;
        FolderPanel panel(background, openGenerated);
        auto* tree = panel.findChild<QTreeView*>("folderSlides");
        panel.setFolder(m_folder->path());
        QTest::qWait(50);
        QCOMPARE(tree->model()->rowCount(), 0); // nothing is read for a panel that is hidden
        panel.show();
        QTRY_COMPARE(panel.slides().rowCount(), 4);
        QTRY_COMPARE(panel.slides().finishedCount(), 4);
        const auto text = [&](int row, int column) { return tree->model()->index(row, column).data().toString(); };
        QCOMPARE(text(0, FolderSlides::Name), QString("a1.svs"));
        QVERIFY(!tree->model()->index(0, FolderSlides::Name).data(Qt::DecorationRole).value<QImage>().isNull());
        QVERIFY(text(0, FolderSlides::Tissue).endsWith('%'));
        QVERIFY(!text(0, FolderSlides::Hematoxylin).isEmpty() && !text(0, FolderSlides::Eosin).isEmpty());
        QVERIFY(text(0, FolderSlides::Mean).startsWith("L "));
        QCOMPARE(text(3, FolderSlides::Tissue), QString("unreadable"));
        QVERIFY(tree->model()->index(3, 0).data(Qt::ToolTipRole).toString().contains("broken.svs"));

        // The one of the other scanner is the one unlike the others.
        tree->sortByColumn(FolderSlides::Difference, Qt::DescendingOrder);
        QCOMPARE(text(0, FolderSlides::Name), QString("b.svs"));
        QCOMPARE(text(1, FolderSlides::Difference), QLocale().toString(0.0, 'f', 1));
        QCOMPARE(text(3, FolderSlides::Name), QString("broken.svs"));

        panel.findChild<QToolButton*>("copySlideList")->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[1].startsWith("b.svs\t"));
        QCOMPARE(lines[1].count('\t'), FolderSlides::ColumnCount - 1);
    }

    void opensAndMarksTheOneThatIsOpen()
    {
        Background background;
        FolderPanel panel(background, openGenerated);
        panel.setFolder(m_folder->path());
        panel.show();
        QTRY_COMPARE(panel.slides().rowCount(), 4);
        auto* tree = panel.findChild<QTreeView*>("folderSlides");
        QSignalSpy opened(&panel, &FolderPanel::openRequested);
        emit tree->activated(tree->model()->index(1, 0));
        QCOMPARE(opened.takeFirst().first().toString(), m_folder->filePath("a2.svs"));
        panel.setCurrent(m_folder->filePath("a2.svs"));
        QVERIFY(tree->model()->index(1, 0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!tree->model()->index(0, 0).data(Qt::FontRole).value<QFont>().bold());
    }

    void stopsWhenItIsHidden()
    {
        Background background;
        std::binary_semaphore goesOn(0);
        std::atomic<int> begun = 0;
        FolderPanel panel(background, [&](const std::filesystem::path& path) {
            ++begun;
            goesOn.acquire();
            return openGenerated(path);
        });
        panel.setFolder(m_folder->path());
        panel.show();
        QTRY_COMPARE(begun.load(), 1);
        panel.hide();
        goesOn.release();
        QTest::qWait(100);
        QCOMPARE(begun.load(), 1);
        QCOMPARE(panel.slides().finishedCount(), 0);
        for (int i = 0; i < 4; ++i) {
            if (i == 0)
                panel.show();
            QTRY_COMPARE(begun.load(), 2 + i);
            goesOn.release();
        }
        QTRY_COMPARE(panel.slides().finishedCount(), 4);
    }

    void saysWhyNothingIsListed()
    {
        Background background;
        FolderPanel panel(background, openGenerated);
        panel.show();
        const auto says = [&](const QString& text) {
            for (const QLabel* label : panel.findChildren<QLabel*>())
                if (label->text().contains(text))
                    return true;
            return false;
        };
        QVERIFY(says("choose a folder"));
        panel.setFolder(m_folder->filePath("missing"));
        QTRY_VERIFY(says("could not be read"));
        QDir(m_folder->path()).mkdir("empty");
        panel.setFolder(m_folder->filePath("empty"));
        QTRY_VERIFY(says("no slides"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestFolderPanel)
#include "tst_folderpanel.moc"

#include "HelpDialogs.h"

#include <vector>

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>

#include "PagesWindow.h"
#include "Translations.h"
#include "base/Version.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

const QString kHelp = QStringLiteral(":/help");

/// Read from the program itself, not from the disk.
QString textOf(const QString& page)
{
    QFile file(page);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The first line, which is a heading.
QString titleOf(const QString& text)
{
    return text.section(QLatin1Char('\n'), 0, 0).mid(2);
}

std::vector<Page> markdownPages(const QDir& folder)
{
    std::vector<Page> pages;
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        const QString text = textOf(file.filePath());
        pages.push_back({titleOf(text), text, Page::Form::Markdown});
    }
    return pages;
}

}

QDialog* makeHelpWindow(QWidget* parent)
{
    const QDir translated(kHelp + QLatin1Char('/') + spokenLanguage());
    auto* window = new PagesWindow(Texts::tr("Isostain Help"), markdownPages(translated.exists() ? translated : QDir(kHelp)), parent);
    window->setObjectName(QStringLiteral("helpWindow"));
    return window;
}

QDialog* makeLicenseWindow(QWidget* parent)
{
    const QDir folder(QStringLiteral(":/licenses"));
    std::vector<Page> pages = markdownPages(folder);
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name))
        pages.push_back({file.completeBaseName(), textOf(file.filePath()), Page::Form::Plain});
    auto* window = new PagesWindow(Texts::tr("Licenses"), std::move(pages), parent);
    window->setObjectName(QStringLiteral("licenseWindow"));
    return window;
}

QDialog* makeAboutDialog(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Texts::tr("About Isostain"));
    auto* grid = new QGridLayout(dialog);
    grid->setHorizontalSpacing(20);
    grid->setColumnStretch(1, 1);
    auto* icon = new QLabel;
    icon->setPixmap(parent->windowIcon().pixmap(QSize(80, 80), parent->devicePixelRatioF()));
    grid->addWidget(icon, 0, 0, Qt::AlignTop);

    auto* text = new QLabel(
        QStringLiteral("<h2>Isostain %1</h2><p>%2</p><p><b>%3</b></p><p>%4</p><p>%5</p><p>%6</p>")
            .arg(QLatin1String(kVersion),
                 Texts::tr("One stain for every slide: shows whole-slide images beside their stain-normalized view."),
                 Texts::tr("For research use only. Not for use in diagnostic procedures."),
                 Texts::tr("Free software under the GNU General Public License, version 3 or later, without any warranty."),
                 Texts::tr("The translations from English have not been reviewed by native-speaking pathologists yet."),
                 Texts::tr("Qt %1, built with %2").arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR))));
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(text, 0, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* licenses = buttons->addButton(Texts::tr("&Licenses…"), QDialogButtonBox::ActionRole);
    licenses->setObjectName(QStringLiteral("licenses"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(licenses, &QPushButton::clicked, dialog, [parent] { makeLicenseWindow(parent)->show(); });
    grid->addWidget(buttons, 1, 0, 1, 2);
    return dialog;
}

}

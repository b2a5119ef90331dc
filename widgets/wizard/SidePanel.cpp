#include "wizard/SidePanel.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "panels/PathText.h"
#include "wizard/Thumbnails.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SidePanel)
};

constexpr int kThumbnailSide = 56;
constexpr std::size_t kMostNamed = 5;

QString countText(const StudySideCheck& side)
{
    const int images = int(side.summary.images);
    return side.isSlides ? QCoreApplication::translate("SidePanel", "%n slide(s)", nullptr, images)
                         : QCoreApplication::translate("SidePanel", "%n image(s)", nullptr, images);
}

QString sizeText(const DatasetSummary& summary)
{
    if (summary.sizes.empty())
        return {};
    const auto& [first, count] = *summary.sizes.begin();
    if (!summary.hasMixedSizes())
        return Texts::tr("%1 × %2 pixels").arg(first.first).arg(first.second);
    const auto& last = summary.sizes.rbegin()->first;
    return Texts::tr("%1 × %2 to %3 × %4 pixels").arg(first.first).arg(first.second).arg(last.first).arg(last.second);
}

QString mppText(const std::vector<double>& mpp)
{
    QStringList texts;
    for (const double each : mpp)
        texts << QLocale().toString(each, 'g', 3);
    return texts.isEmpty() ? QString() : Texts::tr("%1 µm per pixel").arg(texts.join(QStringLiteral(", ")));
}

QString splitText(const StudySideCheck& side)
{
    QStringList parts;
    for (const auto& [part, count] : side.split)
        parts << (part == "train"  ? Texts::tr("%1 to train on").arg(count)
                  : part == "test" ? Texts::tr("%1 to test on").arg(count)
                                   : QStringLiteral("%1: %2").arg(QString::fromStdString(part)).arg(count));
    return parts.join(QStringLiteral(", "));
}

QString unreadableText(const std::vector<SkippedImage>& images)
{
    if (images.empty())
        return {};
    QStringList names;
    for (std::size_t i = 0; i < std::min(images.size(), kMostNamed); ++i)
        names << QString::fromStdString(images[i].name);
    QString text = Texts::tr("%n file(s) cannot be read:", nullptr, int(images.size())) + QLatin1Char(' ') +
                   names.join(QStringLiteral(", "));
    return images.size() > kMostNamed ? text + QStringLiteral(", …") : text;
}

}

SidePanel::SidePanel(const QString& title, QWidget* parent)
    : QGroupBox(title, parent),
      m_thumbnails(new Thumbnails(kThumbnailSide)),
      m_facts(new QLabel),
      m_unreadable(new QLabel)
{
    m_thumbnails->setAccessibleName(tr("Pictures: %1").arg(title));
    for (QLabel* label : {m_facts, m_unreadable}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_facts);
    column->addWidget(m_thumbnails);
    column->addWidget(m_unreadable);
    column->addStretch();
}

void SidePanel::showSide(const StudySideCheck& side)
{
    QStringList facts = {countText(side), sizeText(side.summary), mppText(side.mpp), splitText(side)};
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_thumbnails->setImages(side.thumbnails);
    m_unreadable->setText(unreadableText(side.summary.unreadable));
    m_unreadable->setVisible(!side.summary.unreadable.empty());
}

QString SidePanel::text() const
{
    return m_facts->text();
}

}

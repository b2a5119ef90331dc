#include "export/ExportNamingField.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "panels/PathText.h"

namespace isostain {

namespace {

constexpr qsizetype kShownNames = 3;
/// Before the layout has given it one.
constexpr int kLeastWidth = 300;

}

ExportNamingField::ExportNamingField(const QString& pattern, NamesInExport names, QWidget* parent)
    : QWidget(parent),
      m_pattern(new QLineEdit(pattern)),
      m_anonymous(new QCheckBox(tr("&Anonymous"))),
      m_preview(new QLabel)
{
    m_pattern->setObjectName(QStringLiteral("namingPattern"));
    m_pattern->setToolTip(tr("{name} is the name of the slide, {profile} that of the stain profile"));
    m_anonymous->setObjectName(QStringLiteral("anonymousNames"));
    m_anonymous->setToolTip(
        tr("Names files by the content of their slide, and no slide in the journal and the report beside them. Until an "
           "export has ended, its list of slides is kept in your own account, so that it can be resumed."));
    m_anonymous->setChecked(names == NamesInExport::Anonymous);
    m_preview->setObjectName(QStringLiteral("namePreview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setForegroundRole(QPalette::PlaceholderText);
    // However long the names are.
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setFocusProxy(m_pattern);

    auto* row = new QHBoxLayout;
    row->addWidget(m_pattern, 1);
    row->addSpacing(12);
    row->addWidget(m_anonymous);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_preview);
    connect(m_pattern, &QLineEdit::textChanged, this, &ExportNamingField::changed);
    connect(m_anonymous, &QCheckBox::toggled, this, &ExportNamingField::changed);
    connect(this, &ExportNamingField::changed, this, &ExportNamingField::showPreview);
    showPreview();
}

std::string ExportNamingField::pattern() const
{
    return m_pattern->text().trimmed().toStdString();
}

NamesInExport ExportNamingField::names() const
{
    return m_anonymous->isChecked() ? NamesInExport::Anonymous : NamesInExport::Kept;
}

bool ExportNamingField::isUsable() const
{
    return names() == NamesInExport::Anonymous || checkNaming({pattern(), m_naming.profile, m_naming.extension});
}

void ExportNamingField::setSource(const QStringList& slides, const std::string& profile, const std::string& extension)
{
    m_slides = slides;
    m_naming.profile = profile;
    m_naming.extension = extension;
    showPreview();
}

void ExportNamingField::showPreview()
{
    m_pattern->setEnabled(names() == NamesInExport::Kept);
    const QString text = previewText();
    m_preview->setText(m_preview->fontMetrics().elidedText(text, Qt::ElideRight, std::max(width(), kLeastWidth)));
    m_preview->setToolTip(text);
}

void ExportNamingField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showPreview();
}

QString ExportNamingField::previewText() const
{
    if (names() == NamesInExport::Anonymous)
        return tr("Named by content, such as %1")
            .arg(QStringLiteral("3f9a71c2e05b48d6") + QString::fromStdString(m_naming.extension));
    if (!isUsable())
        return tr("A name is made of {name}, {profile} and other text without slashes.");
    std::vector<std::filesystem::path> slides;
    for (const QString& slide : m_slides)
        slides.push_back(toPath(slide));
    QStringList names;
    for (const ExportItem& item : exportItems(slides, {}, {pattern(), m_naming.profile, m_naming.extension})) {
        if (names.size() == kShownNames)
            break;
        names << toFileName(item.output);
    }
    if (static_cast<qsizetype>(slides.size()) > names.size())
        names << QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

}
